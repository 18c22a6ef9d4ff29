import { expect } from 'chai';
import { MESSAGES } from '../../src/account/ask-form.js';
import { reviewers } from '../../src/storage/kinds.js';
import { askForLink, linkOf, signInByMail } from '../support/sign-in.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';
import type { Visitor } from '../support/visitor.js';

const NEW = 'new@practice.example';

describe('applying', () => {
  let site: Site;
  let visitor: Visitor;
  beforeEach(async () => {
    site = await openSite();
    visitor = await site.visitor();
  });
  afterEach(() => site.close());

  const record = () => site.store.therapists.getByEmail(NEW);

  it('is explained: what it takes, what is checked, what happens next, and that no one can pay', async () => {
    const page = await visitor.get('/join');
    expect(page.status).to.equal(200);
    // Therapists find the page by searching the web, so nothing may hide it.
    expect(page.headers.get('x-robots-tag')).to.equal(null);
    expect(page.$('meta[name=robots]')).to.have.lengthOf(0);
    expect(page.texts('h2')).to.include.members([
      'What should I have at hand?',
      'What is checked, and why?',
      'What happens then?',
      'What does it cost?',
    ]);
    expect(page.text('main')).to.contain('ten minutes').and.to.contain('Nobody can pay');
    expect(page.$('main a[href="/how-we-vet"]')).to.have.lengthOf(1);
  });

  it('begins with the button on the page of the link, not before', async () => {
    const emails = await askForLink(site, visitor, NEW, '/join');
    expect(emails[0]?.headers.subject).to.equal('Begin your application');
    await visitor.get(linkOf(emails));
    expect(await record()).to.equal(null);
    const entered = await visitor.post(linkOf(emails), {});
    expect([entered.status, entered.to]).to.deep.equal([303, '/practice']);
    const begun = await record();
    expect(begun).to.include({ status: 'draft', email: NEW, published: null, demo: false });
    expect(begun?.history.map(({ action, by }) => [action, by.role])).to.deep.equal([['begin', 'therapist']]);
    expect((await visitor.get('/join')).$('main a[href="/practice"]')).to.have.lengthOf(1);
  });

  it('creates one record when two links are used at once', async () => {
    const first = linkOf(await askForLink(site, visitor, NEW, '/join'));
    const second = linkOf(await askForLink(site, visitor, NEW, '/join'));
    expect(first).not.to.equal(second);
    const both = await Promise.all([first, second].map((link) => visitor.post(link, {})));
    expect(both.map(({ to }) => to)).to.deep.equal(['/practice', '/practice']);
    expect(await site.store.therapists.count()).to.equal(1);
  });

  it('signs in a therapist who already applied, and changes nothing', async () => {
    await signInByMail(site, visitor, NEW, '/join');
    const before = await record();
    const emails = await askForLink(site, visitor, NEW, '/join').catch(() => []);
    // When signed in, the page links onward instead of asking for an address.
    expect(emails).to.have.lengthOf(0);
    const again = await site.visitor();
    const known = await askForLink(site, again, NEW, '/join');
    expect(known[0]?.text).to.match(/known\s+here\s+already/);
    expect((await again.post(linkOf(known), {})).to).to.equal('/practice');
    expect(await record()).to.deep.equal(before);
  });

  it('is open to reviewers too', async () => {
    await site.store
      .records(reviewers)
      .insert({ id: NEW, revision: 1, createdAt: '2026-01-01T00:00:00.000Z' });
    expect((await signInByMail(site, visitor, NEW, '/join')).to).to.equal('/practice');
    expect((await visitor.get('/sign-in')).texts('.account nav a')).to.deep.equal([
      'Review',
      'Your practice',
    ]);
  });

  it('is open again to a therapist who left', async () => {
    const left = aTherapist({ status: 'withdrawn', published: null, email: 'x@left.invalid' });
    await site.store.therapists.insert(left);
    await signInByMail(site, visitor, NEW, '/join');
    expect(await record()).to.include({ status: 'draft' });
    expect(await site.store.therapists.get(left.id)).to.include({ status: 'withdrawn' });
  });

  it('answers the same for every address, and says that an email was sent', async () => {
    await site.store.therapists.insert(aTherapist({ email: 'ana@practice.example' }));
    const answers = await Promise.all(
      [NEW, 'ana@practice.example'].map((email) => visitor.post('/join', { email })),
    );
    expect(answers.map(({ status, to, body }) => [status, to, body])[0]).to.deep.equal([
      303,
      '/join/sent',
      answers[1]!.body,
    ]);
    const sent = await visitor.get('/join/sent');
    expect(sent.text('h1')).to.equal('Check your email');
    expect(sent.$('main a[href="/join"]')).to.have.lengthOf(1);
  });

  it('gives the form back when it has no address', async () => {
    const seen = await visitor.post('/join', { email: 'nobody' });
    expect(seen.status).to.equal(422);
    expect(seen.text('#f-email-error')).to.equal(MESSAGES.bad);
    expect(seen.$('#f-email').attr('value')).to.equal('nobody');
    expect(seen.texts('h2')).to.include('What is checked, and why?');
  });

  it('refuses a form from another site', async () => {
    const answer = await visitor.post('/join', { email: NEW }, { origin: 'https://evil.example' });
    expect(answer.status).to.equal(403);
    expect(await site.emails()).to.have.lengthOf(0);
  });
});
