import { expect } from 'chai';
import { GIVE_REASON, SAY_WHY } from '../../src/vetting/decision-form.js';
import { NAME_CHANNEL } from '../../src/vetting/findings-form.js';
import { AUTHORITY_FIRST, IDENTITY_FIRST } from '../../src/vetting/listable.js';
import { anApplicant, listableFindings } from '../support/an-applicant.js';
import { aReviewer } from '../support/reviewers.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, at, TODAY } from '../support/therapist-builder.js';
import { until } from '../support/until.js';
import type { Seen, Visitor } from '../support/visitor.js';

const RITA = 'rita@review.example';
const SOL = 'sol@review.example';
const one = '/review/applicant1';

const ready = (rest: Parameters<typeof anApplicant>[0] = {}) =>
  anApplicant({
    id: 'applicant1',
    profile: { name: 'Ana Ruiz' },
    claimedBy: RITA,
    findings: listableFindings(RITA),
    ...rest,
  });

/** Submits the form and the preview of a decision. */
async function decide(visitor: Visitor, decision: string, fill: Record<string, string> = {}): Promise<Seen> {
  const form = await visitor.get(`${one}/decide/${decision}`);
  const preview = await visitor.submit(form, { fill: { ...fill, _step: 'preview' } });
  expect(preview.status, preview.text('main')).to.equal(200);
  return visitor.submit(preview, { fill: { _step: 'send' } });
}

async function record(site: Site) {
  return (await site.store.therapists.get('applicant1'))!;
}

describe('deciding on an application', () => {
  let site: Site;
  let rita: Visitor;
  async function open(therapist = ready(), settings: Record<string, string> = {}) {
    site = await openSite({ therapists: [therapist], settings });
    rita = await aReviewer(site);
  }
  afterEach(() => site.close());

  it('lists it, so that patients find it within a second under a slug of the name', async () => {
    await open();
    const sent = await decide(rita, 'list', { words: 'Welcome.' });
    expect(sent).to.include({ status: 303, to: '/review?done=listed&about=applicant1' });
    await until(async () => (await site.get('/therapists?q=ruiz')).text('main').includes('Ana Ruiz'), 1000);
    expect((await site.get('/therapists/ana-ruiz')).status).to.equal(200);
    const queue = await rita.follow(sent);
    expect(queue.text('main .note')).to.contain('Ana Ruiz: Listed.');
    const { status, history, waitingSince } = await record(site);
    expect({ status, waitingSince }).to.deep.equal({ status: 'listed', waitingSince: null });
    expect((await site.emails()).map(({ text }) => text).join()).to.contain('Welcome.');
    expect(history.at(-1)).to.deep.include({
      action: 'list',
      words: 'Welcome.',
      by: { role: 'reviewer', email: RITA },
    });
    expect(history.at(-1)?.frozen?.profile.name).to.equal('Ana Ruiz');
  });

  const twice: [decision: string, fill: Record<string, string>, to: string][] = [
    ['list', { words: 'Welcome.' }, 'listed'],
    ['ask', { 'ask.0.question': 'Who may be asked?' }, 'asked'],
    ['decline', { reason: 'other', words: 'Sorry.' }, 'declined'],
  ];
  for (const [decision, fill, to] of twice)
    it(`decides once on a double click: ${decision}`, async () => {
      await open();
      const form = await rita.get(`${one}/decide/${decision}`);
      const preview = await rita.submit(form, { fill: { ...fill, _step: 'preview' } });
      const sent = [1, 2].map(() => rita.submit(preview, { fill: { _step: 'send' } }));
      for (const answer of await Promise.all(sent))
        expect(answer).to.include({ status: 303, to: `/review?done=${to}&about=applicant1` });
      const { history } = await record(site);
      expect(history.filter(({ action }) => action === decision)).to.have.lengthOf(1);
      const other = await rita.submit(preview, { fill: { words: 'Other words.', _step: 'send' } });
      expect(other.status).to.equal(409);
    });

  it('uses the next free slug', async () => {
    await open();
    await site.store.therapists.insert(aTherapist({ slug: 'ana-ruiz' }));
    await site.store.therapists.insert(aTherapist({ slug: 'ana-ruiz-2' }));
    expect((await decide(rita, 'list')).status).to.equal(303);
    expect((await record(site)).slug).to.equal('ana-ruiz-3');
  });

  const lacking: [title: string, findings: ReturnType<typeof listableFindings>, message: string][] = [
    ['identity', listableFindings(RITA).slice(1), IDENTITY_FIRST],
    ['a verified license', listableFindings(RITA).slice(0, 1), AUTHORITY_FIRST],
    [
      'the channel of identity',
      listableFindings(RITA).map((finding) => ({ ...finding, seen: 'ID shown' })),
      NAME_CHANNEL,
    ],
  ];
  for (const [title, findings, message] of lacking)
    it(`refuses to list without ${title}, and says so before the click`, async () => {
      await open(ready({ findings }));
      const page = await rita.get(one);
      expect(page.text('aside')).to.contain(message);
      expect(page.$('.review-decide [aria-disabled]').text()).to.equal('List');
      expect(page.$('.review-decide a[href$="/list"]')).to.have.lengthOf(0);
      const form = await rita.get(`${one}/decide/list`);
      const sent = await rita.submit(form, { fill: { _step: 'send', words: 'Typed words' } });
      expect(sent.status).to.equal(422);
      expect(sent.$('[name=words]').text()).to.contain('Typed words');
      expect((await record(site)).status).to.equal('in-review');
    });

  it('previews the email, and sends nothing by the preview', async () => {
    await open();
    const form = await rita.get(`${one}/decide/decline`);
    const preview = await rita.submit(form, {
      fill: { reason: 'training-not-shown', words: 'Not this time.', _step: 'preview' },
    });
    expect(preview.status).to.equal(200);
    expect(preview.text('.review-letter')).to.contain('Not this time.').and.to.contain('@practice.example');
    expect(preview.text('main')).to.contain('Training not shown');
    expect((await record(site)).status).to.equal('in-review');
    const back = await rita.submit(preview, { fill: { _step: 'change' } });
    expect(back.$('[name=words]').text().trim()).to.equal('Not this time.');
    expect(back.$('[name=reason] option[selected]').attr('value')).to.equal('training-not-shown');
  });

  it('declines with a reason and words, which begin with our template', async () => {
    await open();
    const form = await rita.get(`${one}/decide/decline`);
    const filled = await rita.submit(form, { fill: { reason: 'no-verified-authority', _step: 'template' } });
    expect(filled.$('[name=words]').text()).to.contain('none that is valid today');
    const preview = await rita.submit(filled, { fill: { _step: 'preview' } });
    const sent = await rita.submit(preview, { fill: { _step: 'send' } });
    expect(sent.to).to.equal('/review?done=declined&about=applicant1');
    const { status, history } = await record(site);
    expect(status).to.equal('declined');
    expect(history.at(-1)).to.include({ action: 'decline', reason: 'no-verified-authority' });
    const [email] = await site.emails();
    expect(email?.text.replace(/[\s>]+/g, ' ')).to.contain('none that is valid today');
    expect(email?.text.trim(), 'as it was shown before').to.equal(
      preview.$('.review-letter pre').text().trim(),
    );
    expect(email?.headers.subject).to.equal(preview.$('.review-letter strong').text());
  });

  const incomplete: [decision: string, fill: Record<string, string>, message: string][] = [
    ['decline', { words: 'No.' }, GIVE_REASON],
    ['decline', { reason: 'own-whim', words: 'No.' }, GIVE_REASON],
    ['decline', { reason: 'other', words: '  ' }, SAY_WHY],
    ['decline', { reason: 'other', words: 'x'.repeat(4001) }, 'Use at most 4000 characters.'],
    ['ask', {}, 'Ask at least one question.'],
    ['ask', { 'ask.3.question': 'y'.repeat(1001) }, 'Use at most 1000 characters.'],
  ];
  for (const [decision, fill, message] of incomplete)
    it(`gives back an incomplete ${decision}: ${message} ${Object.keys(fill).join()}`, async () => {
      await open();
      const form = await rita.get(`${one}/decide/${decision}`);
      const sent = await rita.submit(form, { fill: { ...fill, _step: 'send' } });
      expect(sent.status).to.equal(422);
      expect(sent.text('.errors')).to.contain(message);
      expect(sent.$(sent.$('.errors a').first().attr('href')!)).to.have.lengthOf(1);
      for (const [name, value] of Object.entries(fill)) {
        const field = sent.$(`[name="${name}"]`);
        if (!field.is('select')) expect(field.text().replace(/^\n/, '')).to.equal(value);
      }
      expect((await record(site)).status).to.equal('in-review');
    });

  it('asks questions by field, and shows the answers when the draft comes back', async () => {
    await open(
      ready({
        findings: [
          ...listableFindings(RITA),
          { subject: 'training', result: 'not-shown', seen: null, by: RITA, on: TODAY },
        ],
      }),
    );
    const form = await rita.get(`${one}/decide/ask`);
    const fields = form
      .$('[name^="ask."][name$=".field"]')
      .toArray()
      .map((input) => form.$(input).attr('value'));
    expect(fields).to.include.members([
      'identity',
      'authority:license:NJ:LPC',
      'training',
      'about',
      'coverage',
    ]);
    const at = fields.indexOf('training');
    expect(form.$(`[name="ask.${at}.question"]`).text(), 'begins with our words').to.contain('certificate');
    const preview = await rita.submit(form, {
      fill: { [`ask.${fields.indexOf('about')}.question`]: 'What is “plant wisdom”?', _step: 'preview' },
    });
    expect(preview.text('main')).to.contain('plant wisdom').and.to.contain('certificate');
    const sent = await rita.submit(preview, { fill: { _step: 'send' } });
    expect(sent.to).to.contain('done=asked');
    const asked = await record(site);
    expect(asked.status).to.equal('changes-asked');
    expect(asked.questions.map(({ field }) => field)).to.deep.equal(['training', 'about']);
    expect((await rita.get('/review')).text('main')).to.contain('The queue is empty');

    // What the practice's own pages do, on the record: answer, change, send again.
    await site.store.therapists.update({
      ...asked,
      status: 'in-review',
      claimedBy: RITA,
      waitingSince: at2(),
      questions: asked.questions.map((question) => ({
        ...question,
        answer: `About ${question.field}: done`,
      })),
      draft: { ...asked.draft, about: 'Plainer now.' },
    });
    const page = await rita.get(one);
    expect(page.text('main')).to.contain('About training: done');
    expect(page.text('.review-changes ins')).to.equal('Plainer now.');
    expect(page.text('.review-changes del')).to.contain('two or more treatments');
    expect((await decide(rita, 'list')).status).to.equal(303);
    expect((await record(site)).status).to.equal('listed');
  });

  it('refuses a decision on a profile that changed since the form was opened', async () => {
    await open();
    const form = await rita.get(`${one}/decide/list`);
    const before = await record(site);
    await site.store.therapists.update({ ...before, draftRevision: before.draftRevision + 1 });
    const sent = await rita.submit(form, { fill: { _step: 'send', words: 'Typed words' } });
    expect(sent.status).to.equal(409);
    expect(sent.text('main')).to.contain('Typed words');
    expect((await record(site)).status).to.equal('in-review');
  });

  it('decides once, however often the button is clicked', async () => {
    await open();
    const form = await rita.get(`${one}/decide/list`);
    const send = () => rita.submit(form, { fill: { _step: 'send' } });
    for (const { status } of await Promise.all([send(), send()])) expect(status).to.equal(303);
    const { history } = await record(site);
    expect(history.map(({ action }) => action)).to.deep.equal(['list']);
    expect(await site.emails()).to.have.lengthOf(1);
  });

  it('needs two reviewers where the setting says so, and never counts one twice', async () => {
    await open(ready(), { TWO_REVIEWERS: '1' });
    const preview = await rita.submit(await rita.get(`${one}/decide/list`), { fill: { _step: 'preview' } });
    expect(preview.text('main'))
      .to.contain('A second reviewer has to agree')
      .and.to.contain('No letter goes out.');
    const first = await rita.submit(preview, { fill: { _step: 'send' } });
    expect(first.to).to.contain('done=approved');
    expect((await record(site)).status).to.equal('in-review');
    const again = await rita.submit(await rita.get(one), { form: 'aside form', button: 'Claim' });
    expect(again.status).to.equal(303);
    expect((await rita.get(one)).text('aside')).to.contain('another reviewer has to');
    const refused = await rita.submit(await rita.get(`${one}/decide/list`), { fill: { _step: 'send' } });
    expect(refused.status).to.equal(422);
    await rita.submit(await rita.get(one), { form: 'aside form', button: 'Release' });
    const sol = await aReviewer(site, SOL);
    expect((await sol.get('/review')).text('tbody')).to.contain('one agreed');
    await sol.submit(await sol.get(one), { form: 'aside form', button: 'Claim' });
    expect((await decide(sol, 'list')).to).to.contain('done=listed');
    expect((await record(site)).history.map(({ action }) => action)).to.include.members(['approve', 'list']);
  });

  it('lets no reviewer decide on their own profile, and hides the buttons', async () => {
    await open(ready({ email: RITA, claimedBy: null }));
    const page = await rita.get(one);
    expect(page.text('main')).to.contain('This is your own profile.');
    expect(page.$('main form button, .review-decide')).to.have.lengthOf(0);
    expect((await rita.get('/review')).$('tbody form')).to.have.lengthOf(0);
    const token = page.$('[name=_token]').attr('value') ?? '';
    for (const path of ['claim', 'decide/list', 'decide/decline'])
      expect(
        (
          await rita.post(`${one}/${path}`, {
            _token: token,
            _step: 'send',
            reason: 'other',
            words: 'x',
            draftRevision: '0',
          })
        ).status,
        path,
      ).to.equal(409);
    expect((await record(site)).history).to.deep.equal([]);
  });

  it('answers 404 for an unknown decision, and 409 for one that does not fit', async () => {
    await open();
    expect((await rita.get(`${one}/decide/constructor`)).status).to.equal(404);
    expect((await rita.get('/review/nobody0001/decide/list')).status).to.equal(404);
    const suspend = await rita.get(`${one}/decide/suspend`);
    expect(suspend.status).to.equal(409);
    expect(suspend.text('[role=alert]')).not.to.equal('');
  });
});

const at2 = () => at(TODAY);

describe('deciding on a listing', () => {
  let site: Site;
  let rita: Visitor;
  beforeEach(async () => {
    site = await openSite({
      therapists: [
        aTherapist({ id: 'applicant1', slug: 'lara', published: { name: 'Lara List', waitWeeks: 2 } }),
      ],
    });
    rita = await aReviewer(site);
  });
  afterEach(() => site.close());

  it('suspends it with a reason, and restores it', async () => {
    await decide(rita, 'suspend', { reason: 'report-confirmed', words: 'The number is wrong.' });
    await site.holdspace.catchUp();
    expect((await site.get('/therapists/lara')).status).to.equal(404);
    expect((await record(site)).status).to.equal('suspended');
    const sent = await decide(rita, 'restore', { words: 'It is right now.' });
    expect(sent.to).to.contain('done=restored');
    await site.holdspace.catchUp();
    expect((await site.get('/therapists/lara')).status).to.equal(200);
    expect((await record(site)).history.map(({ action, reason }) => [action, reason])).to.deep.equal([
      ['suspend', 'report-confirmed'],
      ['restore', null],
    ]);
  });

  it('says when a restored listing stays hidden until it is confirmed', async () => {
    await decide(rita, 'suspend', { reason: 'other', words: 'For now.' });
    site.goTo('2026-08-01');
    const later = await aReviewer(site);
    expect((await decide(later, 'restore')).to).to.contain('done=lapsed');
  });

  it('corrects a public listing at once', async () => {
    const form = await rita.get(`${one}/correct`);
    const row = form.$('[name=coverage]').attr('value') ?? '';
    const sent = await rita.submit(form, {
      fill: { coverage: row, waitWeeks: '6', words: 'Told by phone.' },
    });
    expect(sent.to).to.equal(`${one}?done=corrected`);
    const { published, history } = await record(site);
    expect(published?.coverage).to.deep.equal([]);
    expect(published?.waitWeeks).to.equal(6);
    expect(published?.accepting).to.equal(true);
    expect(history.at(-1)).to.deep.include({
      action: 'correct',
      fields: ['coverage', 'waitWeeks'],
      words: 'Told by phone.',
    });
    expect((await site.emails())[0]?.text).to.contain('Told by phone.');
    await site.holdspace.catchUp();
    expect((await site.get('/therapists/lara')).text('main')).not.to.contain('Horizon');
  });

  const bad: [title: string, fill: Record<string, string>, message: string][] = [
    ['no words', { waitWeeks: '6' }, SAY_WHY],
    ['nothing changed', { words: 'Why.' }, 'Nothing would change.'],
    ['an invalid wait', { waitWeeks: 'soon', words: 'Why.' }, 'Give a whole number from 0 to 52.'],
    ['an invalid phone', { phone: '5', words: 'Why.' }, 'Give the phone number as 555-555-0123.'],
    ['no way to make contact', { phone: '', email: '', web: '', words: 'Why.' }, 'Give at least one way'],
  ];
  for (const [title, fill, message] of bad)
    it(`gives back a correction with ${title}`, async () => {
      const sent = await rita.submit(await rita.get(`${one}/correct`), { fill });
      expect(sent.status).to.equal(422);
      expect(sent.text('.errors')).to.contain(message);
      if (fill.waitWeeks) expect(sent.$('[name=waitWeeks]').attr('value')).to.equal(fill.waitWeeks);
      expect((await record(site)).history).to.deep.equal([]);
    });

  it('drops an edit with a reason, and keeps what is public', async () => {
    const before = await record(site);
    await site.store.therapists.update({
      ...before,
      draft: { ...before.published, about: 'Better!' },
      draftStatus: 'in-review',
      claimedBy: RITA,
      waitingSince: at(TODAY),
    });
    expect((await decide(rita, 'drop', { reason: 'claims-misleading', words: 'Too much.' })).to).to.contain(
      'done=dropped',
    );
    const after = await record(site);
    expect(after.published).to.deep.equal(before.published);
    expect(after.draft).to.equal(null);
    expect((await site.emails())[0]?.text).to.contain('Too much.');
  });
});

describe('the history of a therapist', () => {
  it('shows every event: who, what, why, when, questions and answers, and what was decided on', async () => {
    const site = await openSite({ therapists: [ready()] });
    const rita = await aReviewer(site);
    const form = await rita.get(`${one}/decide/ask`);
    await rita.submit(form, { fill: { 'ask.0.question': 'Who are you?', words: 'Please.', _step: 'send' } });
    const asked = await record(site);
    await site.store.therapists.update({
      ...asked,
      status: 'in-review',
      claimedBy: RITA,
      waitingSince: at(TODAY),
    });
    await decide(rita, 'decline', { reason: 'no-answer', words: 'We heard nothing.\nGoodbye.' });
    const page = await rita.get(`${one}/history`);
    expect(page.status).to.equal(200);
    const events = page
      .$('.review-history > li')
      .toArray()
      .map((li) => page.$(li).text().replace(/\s+/g, ' '));
    expect(events)
      .to.have.lengthOf((await record(site)).history.length)
      .and.to.have.lengthOf(2);
    expect(events[0])
      .to.contain('Asked for changes')
      .and.to.contain('Who are you?')
      .and.to.contain('Please.')
      .and.to.contain(RITA);
    expect(events[1])
      .to.contain('Declined it: No answer to our questions')
      .and.to.contain('Goodbye.')
      .and.to.contain('2026');
    const frozen = page.$('.review-history details').last().text();
    expect(frozen)
      .to.contain('Ana Ruiz')
      .and.to.contain('State board look-up')
      .and.to.contain('37PC00123400');
    expect((await rita.get('/review/nobody0001/history')).status).to.equal(404);
    await site.close();
  });
});
