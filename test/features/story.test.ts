import { expect } from 'chai';
import { addDays, type Day } from '../../src/domain/calendar.js';
import { reports, reviewers } from '../../src/storage/kinds.js';
import { linksIn } from '../support/links-in.js';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import type { OutboxEmail } from '../support/outbox-emails.js';
import { describeWithService } from '../support/services.js';
import { signInByMail } from '../support/sign-in.js';
import { openSite, type Seen, type Site } from '../support/site.js';
import { at, TODAY } from '../support/therapist-builder.js';
import { formPages, typed } from '../support/typed-forms.js';
import { until } from '../support/until.js';
import type { Visitor } from '../support/visitor.js';

const ANA = 'ana@practice.example';
const RITA = 'rita@review.example';
const form = 'form:has([name=draftRevision])';

/** Follows one therapist from applying to a lapse and back, over HTTP alone, by emails, links and buttons. */
function story(settings: () => Record<string, string>): void {
  let site: Site;
  let ana: Visitor;
  let rita: Visitor;
  let patient: Visitor;
  let read = 0;

  before(async () => {
    site = await openSite({ settings: settings() });
    await site.store.records(reviewers).insert({ id: RITA, revision: 1, createdAt: at(TODAY) });
    [ana, rita, patient] = [await site.visitor(), await site.visitor(), await site.visitor()];
  });
  after(() => site.close());

  /** The emails that came since the last call. */
  async function newEmails(): Promise<OutboxEmail[]> {
    const all = await site.emails();
    const fresh = all.slice(read);
    read = all.length;
    return fresh;
  }

  async function emailTo(email: string, subject: RegExp): Promise<OutboxEmail> {
    const emails = await newEmails();
    const found = emails.find(({ to, headers }) => to.includes(email) && subject.test(headers.subject ?? ''));
    expect(
      found,
      `${subject} among ${emails.map(({ headers }) => headers.subject).join(' | ')}`,
    ).to.not.equal(undefined);
    return found!;
  }

  const record = async () => (await site.store.therapists.getByEmail(ANA))!;
  const found = async () =>
    (await patient.get('/therapists?state=NJ&q=ruiz')).text('main').includes('Ana Ruiz');

  /** Whether patients find her within a second, or no longer do. */
  async function becomes(wanted: boolean): Promise<void> {
    await until(async () => (await found()) === wanted, 1000);
  }

  /** Moves the clock to that many days after the confirmation, and runs the jobs on each day in between. */
  async function daysGoBy(confirmed: Day, from: number, to: number): Promise<void> {
    for (let day = from; day <= to; day++) {
      site.goTo(addDays(confirmed, day));
      await site.holdspace.runJobs();
    }
    await site.holdspace.catchUp();
  }

  async function claim(): Promise<Seen> {
    const claimed = await rita.submit(await rita.get('/review'), { form: 'tbody form', button: 'Claim' });
    return rita.follow(claimed);
  }

  it('begins with an address, an email and a button', async () => {
    const inside = await signInByMail(site, ana, ANA, '/join');
    expect(inside.to).to.equal('/practice');
    await newEmails();
    expect((await ana.follow(inside)).status).to.equal(200);
    expect(await record()).to.include({ status: 'draft', email: ANA });
  });

  it('is saved, and continued after signing out and in again', async () => {
    await ana.submit(await ana.get('/practice/who'), { form, fill: typed.who });
    const out = await ana.submit(await ana.get('/practice'), { form: '.account form' });
    expect(out.status).to.equal(303);
    expect((await ana.get('/practice')).to).to.equal('/sign-in?next=%2Fpractice');
    await signInByMail(site, ana, ANA);
    await newEmails();
    expect((await ana.get('/practice/who')).$('[name=name]').val()).to.equal('Ana Ruiz');
    for (const page of formPages.slice(1)) {
      const saved = await ana.submit(await ana.get(`/practice/${page}`), { form, fill: typed[page] });
      expect(saved.status, page).to.equal(303);
    }
  });

  const send = async () =>
    ana.follow(
      await ana.submit(await ana.get('/practice/check'), {
        form: 'main form[action="/practice/check"]',
        fill: { statement: '1' },
      }),
    );

  it('is sent, and waits in the queue', async () => {
    expect((await send()).text('.standing')).to.contain('Your application is sent');
    await emailTo(ANA, /application/i);
    const inside = await signInByMail(site, rita, RITA);
    await newEmails();
    expect((await rita.follow(inside)).text('main')).to.contain('Ana Ruiz');
    expect(await found()).to.equal(false);
  });

  it('comes back with a question, is answered and sent again', async () => {
    await claim();
    const { id } = await record();
    const asking = await rita.get(`/review/${id}/decide/ask`);
    const fields = asking.$('[name^="ask."][name$=".field"]').toArray();
    const place = fields.findIndex((input) => asking.$(input).attr('value') === 'training');
    const preview = await rita.submit(asking, {
      fill: { [`ask.${place}.question`]: 'Who signed your certificate?', _step: 'preview' },
    });
    await rita.submit(preview, { fill: { _step: 'send' } });
    const email = await emailTo(ANA, /./);
    expect(email.text).to.contain('Who signed your certificate?');
    const overview = await ana.get('/practice');
    expect(overview.text('main')).to.contain('Who signed your certificate?');
    const box = overview.$('main textarea').first().attr('name')!;
    const answered = await ana.submit(overview, {
      form: 'main form:has(textarea)',
      fill: { [box]: 'Dr. Lee, in March 2023.' },
    });
    expect(answered.status).to.equal(303);
    await send();
    expect(await record()).to.include({ status: 'submitted' });
    await newEmails();
  });

  it('is reviewed and listed, and a patient finds it within a second', async () => {
    const page = await claim();
    expect(page.text('main')).to.contain('Dr. Lee, in March 2023.');
    const named = (heading: string) => {
      const panel = page
        .$('.review-panel')
        .filter((_, one) => page.$(one).find('h3').text().startsWith(heading));
      return /finding\.\d+\./.exec(panel.find('[name]').first().attr('name') ?? '')![0];
    };
    const verified = { result: 'verified', seen: 'Looked up today', on: TODAY };
    const fill = Object.fromEntries(
      ['Identity', 'New Jersey', 'Training'].flatMap((heading) =>
        Object.entries(verified).map(([field, value]) => [named(heading) + field, value]),
      ),
    );
    const { id } = await record();
    const refused = await rita.get(`/review/${id}`);
    expect(refused.$('.review-decide [aria-disabled]').text(), 'not before anything is verified').to.equal(
      'List',
    );
    await rita.submit(page, {
      form: '#findings',
      fill: { ...fill, [`${named('Identity')}channel`]: 'board' },
    });
    const preview = await rita.submit(await rita.get(`/review/${id}/decide/list`), {
      fill: { _step: 'preview' },
    });
    const sent = await rita.submit(preview, { fill: { _step: 'send' } });
    expect(sent.to).to.contain('done=listed');
    await becomes(true);
    await emailTo(ANA, /listed/i);
    const profile = await patient.get('/therapists/ana-ruiz');
    expect(profile.text('.answers')).to.contain('Verified');
    expect(profile.text('.answers')).to.contain('Self-reported');
  });

  it('is reported by a patient, and corrected', async () => {
    const sent = await patient.submit(await patient.get('/therapists/ana-ruiz/report'), {
      fill: { reason: 'insurance-wrong', words: 'They left Horizon in January.' },
    });
    expect(sent.status).to.equal(303);
    await emailTo(ANA, /./);
    const [report] = await site.store.records(reports).tagged('open', { limit: 1 });
    const reportPage = await rita.get(`/review/reports/${report!.id}`);
    const fixed = await rita.submit(reportPage, {
      fill: {
        measure: 'remove-insurance',
        coverage: 'NJ horizon-bcbsnj commercial',
        note: 'Called Ana: true.',
      },
    });
    expect(fixed.status).to.equal(303);
    await emailTo(ANA, /./);
    expect((await record()).published?.coverage).to.deep.equal([]);
    await site.holdspace.catchUp();
    expect((await patient.get('/therapists/ana-ruiz')).text('#insurance ~ p')).to.contain(
      'Takes no insurance',
    );
  });

  it('is reminded at 75 and 90 days, flagged at 90, reminded at 105, hidden at 120', async () => {
    await daysGoBy(TODAY, 1, 74);
    expect(await newEmails()).to.deep.equal([]);
    await daysGoBy(TODAY, 75, 75);
    const reminder = await emailTo(ANA, /still right|confirm/i);
    expect(linksIn(reminder)).to.have.lengthOf(1);
    expect((await patient.get('/therapists/ana-ruiz')).text('.warning')).to.equal('');
    await daysGoBy(TODAY, 76, 90);
    await emailTo(ANA, /still right|confirm/i);
    expect((await patient.get('/therapists/ana-ruiz')).text('.warning')).to.contain('Not confirmed lately');
    await daysGoBy(TODAY, 91, 105);
    await emailTo(ANA, /still right|confirm/i);
    await daysGoBy(TODAY, 106, 119);
    await becomes(true);
    await daysGoBy(TODAY, 120, 120);
    await becomes(false);
    expect((await patient.get('/therapists/ana-ruiz')).status).to.equal(404);
    expect(await record()).to.include({ status: 'lapsed' });
  });

  it('is back at once when the link of the last email confirms it', async () => {
    const email = await emailTo(ANA, /./);
    const stranger = await site.visitor();
    const page = await stranger.get(linksIn(email)[0]!);
    expect(await record(), 'opening confirms nothing').to.include({ status: 'lapsed' });
    const thanks = await stranger.submit(page);
    expect(thanks.text('h1')).to.contain('Confirmed');
    await becomes(true);
    expect((await patient.get('/therapists/ana-ruiz')).text('.warning')).to.equal('');
  });

  it('leaves a complete history', async () => {
    expect((await record()).history.map(({ action }) => action)).to.deep.equal([
      ...['begin', 'submit', 'claim', 'ask', 'submit', 'claim', 'list'],
      ...['correct', 'remind', 'remind', 'remind', 'lapse', 'confirm'],
    ]);
    // The sessions of half a year ago have ended.
    await signInByMail(site, rita, RITA);
    const { id } = await record();
    const page = await rita.get(`/review/${id}/history`);
    expect(page.text('main')).to.contain('Dr. Lee, in March 2023.').and.to.contain('Called Ana: true.');
  });
}

describe('the whole story of a listing', () => {
  describe('on the embedded store', () => story(() => ({})));

  describeWithService('MONGODB_URI', 'on MongoDB', (server) => {
    describe('on MongoDB', () => {
      const uri = freshDatabase(server);
      after(() => dropDatabase(uri));
      story(() => ({ MONGODB_URI: uri }));
    });
  });
});
