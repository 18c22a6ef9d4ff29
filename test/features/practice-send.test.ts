import { expect } from 'chai';
import { questionCount } from '../../src/wording/questions.js';
import { type OwnSite, ownSite } from '../support/own-site.js';
import { plainProfile } from '../support/plain-profile.js';
import { TODAY } from '../support/therapist-builder.js';

const form = 'main form[action="/practice/check"]';
const whole = plainProfile(TODAY);

describe('checking and sending an application', () => {
  let own: OwnSite;
  afterEach(() => own.close());

  it('lists everything that is missing, with a link to each field', async () => {
    own = await ownSite({ draft: null });
    const seen = await own.ana.get('/practice/check');
    expect(seen.$(form)).to.have.lengthOf(0);
    const links = seen.$('.missing a').toArray();
    expect(links.length).to.be.greaterThan(12);
    expect(seen.texts('.missing a')).to.include.members([
      'Who you are: Name',
      'Where you may treat: Licenses',
      `The ${questionCount} answers: 1. Training`,
      'Whom you work with: Do you take new patients now?',
      'Insurance and fees: look it through and save it',
    ]);
    expect(seen.text('.missing'), 'what may stay empty').not.to.match(/NPI|Pronouns|PSYPACT|Offices|wait/);
    for (const link of links) {
      const [path, field] = seen.$(link).attr('href')!.split('#');
      const there = await own.ana.get(path!);
      if (field !== undefined) expect(there.$(`[id="${field}"]`), `${path}#${field}`).to.have.lengthOf(1);
    }
  });

  it('checks rules between fields before all fields are filled in', async () => {
    own = await ownSite();
    const { authority, ...rest } = whole;
    const record = (await own.stored())!;
    const draft = { ...rest, authority: [], offices: [], telehealth: false, presence: [] };
    await own.site.store.therapists.update({ ...record, draft });
    const missing = (await own.ana.get('/practice/check')).text('.missing');
    expect(missing).to.contain('Licenses');
    expect(missing).to.contain('Offices');
    expect(missing).to.contain('Say how you are present during a session');
    const expired = { ...whole, authority: [{ ...authority[0]!, expiresOn: '2026-03-01' }] };
    await own.site.store.therapists.update({ ...(await own.stored())!, draft: expired });
    expect((await own.ana.get('/practice/check')).text('.missing')).to.contain(
      'Nothing of it lets you treat anybody today',
    );
  });

  it('asks only psychologists for PSYPACT, and says where to fix it after a change of profession', async () => {
    own = await ownSite({ draft: null });
    const record = (await own.stored())!;
    const { psypact: _, ...unasked } = whole;
    await own.site.store.therapists.update({ ...record, draft: { ...unasked, discipline: 'counselor' } });
    expect((await own.ana.get('/practice')).status).to.equal(200);
    expect((await own.ana.get('/practice/check')).text('.missing')).to.not.contain('PSYPACT');
    const psypact = { apit: 'A-1', homeState: 'NJ' as const, expiresOn: '2027-01-01' };
    await own.site.store.therapists.update({ ...(await own.stored())!, draft: { ...whole, psypact } });
    expect((await own.ana.get('/practice/check')).text('.missing')).to.contain(
      'PSYPACT is for psychologists only',
    );
  });

  it('requires the statement, and then says by when a reviewer answers', async () => {
    own = await ownSite({ draft: whole });
    const seen = await own.ana.get('/practice/check');
    const refused = await own.ana.submit(seen, { form });
    expect(refused.status).to.equal(422);
    expect(refused.text('#f-statement-error, .error')).to.contain('Tick this');
    expect((await own.stored())?.status).to.equal('draft');
    const sent = await own.ana.follow(await own.ana.submit(refused, { form, fill: { statement: '1' } }));
    expect(sent.text('[role=status]')).to.contain('Sent.');
    expect(sent.text('.standing')).to.contain('Your application is sent');
    expect(sent.text('.standing')).to.contain('by March 9, 2026');
    const record = await own.stored();
    expect(record).to.include({ status: 'submitted', waitingSince: '2026-03-02T12:00:00.000Z' });
    expect(record?.queuedEmails.map(({ kind }) => kind)).to.deep.equal(['received']);
  });

  it('sends one application on a double click', async () => {
    own = await ownSite({ draft: whole });
    const seen = await own.ana.get('/practice/check');
    const clicks = [1, 2, 3].map(() => own.ana.submit(seen, { form, fill: { statement: '1' } }));
    for (const answer of await Promise.all(clicks)) expect(answer.to).to.equal('/practice?done=submit');
    const record = await own.stored();
    expect(record?.history.filter(({ action }) => action === 'submit')).to.have.lengthOf(1);
    expect(record?.queuedEmails).to.have.lengthOf(1);
  });

  it('does not send a draft that changed in another window since', async () => {
    own = await ownSite({ draft: whole });
    const seen = await own.ana.get('/practice/check');
    const who = await own.ana.get('/practice/who');
    await own.ana.submit(who, { form: 'form:has([name=draftRevision])', fill: { name: 'Somebody Else' } });
    const refused = await own.ana.submit(seen, { form, fill: { statement: '1' } });
    expect(refused.status).to.equal(409);
    expect(refused.text('.errors')).to.contain('changed in another window');
    expect((await own.stored())?.status).to.equal('draft');
    expect((await own.ana.submit(refused, { form, fill: { statement: '1' } })).status).to.equal(303);
  });

  it('never sends an incomplete draft, whatever the form says', async () => {
    own = await ownSite({ draft: { ...whole } });
    const seen = await own.ana.get('/practice/check');
    const record = (await own.stored())!;
    await own.site.store.therapists.update({ ...record, draft: { name: 'Ana' } });
    const refused = await own.ana.submit(seen, { form, fill: { statement: '1' } });
    expect(refused.status).to.equal(422);
    expect(refused.$(refused.$('.errors a').attr('href')!)).to.have.lengthOf(1);
  });

  it('can be taken back for changes, and is closed while a reviewer has it', async () => {
    own = await ownSite({ status: 'submitted', draft: whole, waitingSince: '2026-03-02T09:00:00.000Z' });
    const locked = await own.ana.get('/practice/who');
    expect(locked.text('.warning')).to.contain('take it back');
    expect(locked.$('form:has([name=draftRevision]) button')).to.have.lengthOf(0);
    const posted = await own.ana.submit(await own.ana.get('/practice'), { button: 'Take it back' });
    expect((await own.ana.follow(posted)).text('[role=status]')).to.contain('Taken back');
    expect((await own.stored())?.status).to.equal('draft');
    expect(
      (await own.ana.get('/practice/who')).$('form:has([name=draftRevision]) button').length,
    ).to.be.greaterThan(0);
  });

  it('refuses to save while it is closed, and gives back what was typed', async () => {
    own = await ownSite({ draft: whole });
    const seen = await own.ana.get('/practice/who');
    const record = (await own.stored())!;
    await own.site.store.therapists.update({
      ...record,
      status: 'in-review',
      waitingSince: record.createdAt,
      claimedBy: 'r@holdspace.example',
    });
    const late = await own.ana.submit(seen, {
      form: 'form:has([name=draftRevision])',
      fill: { name: 'Too Late' },
    });
    expect(late.status).to.equal(409);
    expect(late.text('.unsent')).to.contain('Too Late');
    const page = await own.ana.get('/practice');
    expect(page.text('.standing')).to.contain('A reviewer is checking');
    expect(page.body).not.to.contain('r@holdspace.example');
  });
});

describe('the questions of a reviewer', () => {
  let own: OwnSite;
  beforeEach(async () => {
    own = await ownSite({
      status: 'changes-asked',
      draft: whole,
      questions: [
        { field: 'training', question: 'Which cohort was it?', answer: null },
        { field: 'authority:license:NJ:LPC', question: 'The board shows another number.', answer: null },
        { field: 'references', question: 'Whom may we call?', answer: null },
      ],
    });
  });
  afterEach(() => own.close());
  const box = 'form[action="/practice/questions"]';

  it('show on the overview with a link to the field and a box each, and are answered one by one', async () => {
    const seen = await own.ana.get('/practice');
    expect(seen.text('.standing')).to.contain('The reviewer has questions');
    const hrefs = seen
      .$('.asked-list p a')
      .toArray()
      .map((link) => seen.$(link).attr('href'));
    expect(hrefs).to.deep.equal([
      '/practice/answers#f-training',
      '/practice/where#f-authority',
      '/practice/proof#f-proof-references-link',
    ]);
    const saved = await own.ana.submit(seen, {
      form: box,
      fill: { 'answer.0': 'The 2023 one.', 'answer.1': '  ' },
    });
    expect((await own.ana.follow(saved)).text('[role=status]')).to.contain('answers are saved');
    expect((await own.stored())?.questions.map(({ answer }) => answer)).to.deep.equal([
      'The 2023 one.',
      null,
      null,
    ]);
    expect((await own.ana.get('/practice')).$('[name="answer.0"]').val()).to.equal('The 2023 one.');
    expect((await own.ana.get('/practice/check')).text('.warning')).to.contain('no answer yet');
  });

  it('give back an answer that is too long, with the others', async () => {
    const seen = await own.ana.get('/practice');
    const refused = await own.ana.submit(seen, {
      form: box,
      fill: { 'answer.0': 'x'.repeat(2001), 'answer.1': 'Kept.' },
    });
    expect(refused.status).to.equal(422);
    expect(refused.text('#f-answer-0-error')).to.equal('Use at most 2000 characters.');
    expect(refused.$('[name="answer.1"]').val()).to.equal('Kept.');
  });

  it('keep both answers when two windows answer different ones', async () => {
    const one = await own.ana.get('/practice');
    const other = await own.ana.get('/practice');
    await own.ana.submit(one, { form: box, fill: { 'answer.0': 'In the one\r\nwindow.' } });
    const saved = await own.ana.submit(other, { form: box, fill: { 'answer.1': 'In the other.' } });
    expect(saved.status).to.equal(303);
    const answers = ['In the one\nwindow.', 'In the other.', null];
    expect((await own.stored())?.questions.map(({ answer }) => answer)).to.deep.equal(answers);
  });

  it('show both answers when two windows answer the same one', async () => {
    const one = await own.ana.get('/practice');
    const other = await own.ana.get('/practice');
    await own.ana.submit(one, { form: box, fill: { 'answer.0': 'The 2022 one.', 'answer.2': 'Dr. Ash.' } });
    const both = await own.ana.submit(other, {
      form: box,
      fill: { 'answer.0': 'The 2023 one.', 'answer.1': 'Yes.' },
    });
    expect(both.status).to.equal(409);
    expect(both.text('#f-answer-0-error')).to.contain('“The 2022 one.”');
    expect(both.$('[name="answer.0"]').val()).to.equal('The 2023 one.');
    expect(both.$('[name="answer.1"]').val()).to.equal('Yes.');
    expect(both.$('[name="answer.2"]').val()).to.equal('Dr. Ash.');
    expect((await own.stored())?.questions[0]?.answer).to.equal('The 2022 one.');
    expect((await own.ana.submit(both, { form: box })).status).to.equal(303);
    const answers = ['The 2023 one.', 'Yes.', 'Dr. Ash.'];
    expect((await own.stored())?.questions.map(({ answer }) => answer)).to.deep.equal(answers);
  });

  it('refuse answers to earlier questions after new ones were asked, and give them back', async () => {
    const seen = await own.ana.get('/practice');
    const record = (await own.stored())!;
    const questions = [{ field: 'caseload', question: 'Since when?', answer: null }];
    await own.site.store.therapists.update({ ...record, questions });
    const late = await own.ana.submit(seen, { form: box, fill: { 'answer.0': 'The 2023 one.' } });
    expect(late.status).to.equal(409);
    expect(late.text('.unsent')).to.contain('The 2023 one.');
    expect((await own.stored())?.questions).to.deep.equal(questions);
  });

  it('go back to the reviewer with the application', async () => {
    const seen = await own.ana.get('/practice/check');
    await own.ana.submit(seen, { form, fill: { statement: '1' } });
    expect(await own.stored()).to.include({ status: 'submitted' });
  });
});
