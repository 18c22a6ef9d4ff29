import { expect } from 'chai';
import { reviewers } from '../../src/storage/kinds.js';
import { openSite, type Site } from '../support/site.js';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.js';
import { aTherapist, at } from '../support/therapist-builder.js';

const ANA = 'ana@practice.example';
const BEN = 'ben@practice.example';
const DEMO_REVIEWER = 'reviewer@holdspace.example';

describe('emails to the demonstration, with a real mail server', () => {
  let smtp: TestSmtpServer;
  let site: Site;
  beforeEach(async () => {
    smtp = await startSmtpServer();
    site = await openSite({
      settings: { SMTP_URL: smtp.url, MAIL_FROM: 'hello@directory.example' },
      therapists: [
        aTherapist({ email: ANA, slug: 'ana-ruiz', demo: true }),
        aTherapist({ email: BEN, slug: 'ben-roth' }),
      ],
    });
    await site.store
      .records(reviewers)
      .insert({ id: DEMO_REVIEWER, revision: 1, createdAt: at('2026-01-01') });
  });
  afterEach(async () => {
    await site.close();
    await smtp.stop();
  });
  const tos = () => smtp.received.flatMap(({ to }) => to);

  it('are not sent, as the addresses belong to no one', async () => {
    const visitor = await site.visitor();
    for (const slug of ['ana-ruiz', 'ben-roth'])
      await visitor.post(`/therapists/${slug}/report`, { reason: 'not-accepting' });
    for (const email of [ANA, BEN, DEMO_REVIEWER]) await visitor.post('/sign-in', { email });
    await site.holdspace.sendEmails();
    expect(tos()).to.deep.equal([BEN, BEN]);
    expect((await site.store.therapists.getByEmail(ANA))?.queuedEmails).to.deep.equal([]);
  });

  it('do not include the last email after leaving', async () => {
    for (const email of [ANA, BEN]) {
      const visitor = await site.visitor(email);
      await visitor.submit(await visitor.get('/practice/leave'), {
        form: 'form[action="/practice/leave"]',
        fill: { confirmation: 'LEAVE' },
      });
    }
    await site.holdspace.sendEmails();
    expect(tos()).to.deep.equal([BEN]);
  });
});
