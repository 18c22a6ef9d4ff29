import { expect } from 'chai';
import { kinds, reports, sessions, standaloneEmails } from '../../src/storage/kinds.js';
import { type OwnSite, ownSite } from '../support/own-site.js';
import { plainProfile } from '../support/plain-profile.js';
import { at, TODAY } from '../support/therapist-builder.js';

const whole = plainProfile(TODAY);

describe('the preview', () => {
  let own: OwnSite;
  afterEach(() => own.close());

  it('is the page that patients will see, and marks what is not checked yet', async () => {
    own = await ownSite({ draft: { ...whole, name: 'Ana Ruiz' } });
    const seen = await own.ana.get('/practice/preview');
    expect(seen.text('.profile h1')).to.contain('Ana Ruiz');
    expect(seen.text('.practice-preview')).to.contain('Preview.').and.to.contain('nobody has checked yet');
    expect(seen.text('#where ~ .table-wrap tbody')).to.contain('New Jersey').and.to.contain('Self-reported');
    expect(seen.text('.answers')).not.to.contain('Verified');
    expect((await own.site.get('/therapists')).text('main')).not.to.contain('Ana Ruiz');
  });

  it('is the public page, word for word, for a listed therapist', async () => {
    own = await ownSite({ slug: 'ana', confirmedDaysAgo: 0 }, true);
    const [preview, page] = [await own.ana.get('/practice/preview'), await own.site.get('/therapists/ana')];
    expect(preview.text('.profile')).to.equal(page.text('.profile'));
  });

  it('says what is missing for an incomplete draft', async () => {
    own = await ownSite({ draft: null });
    const seen = await own.ana.get('/practice/preview');
    expect(seen.status).to.equal(200);
    expect(seen.text('.practice-preview')).to.contain('no preview yet');
    expect(seen.texts('.missing a')).to.include('Who you are: Name');
  });
});

describe('the data we keep about a therapist', () => {
  let own: OwnSite;
  const history = [
    {
      ...{
        id: 'event0000001',
        at: at('2025-12-01'),
        by: { role: 'reviewer' as const, email: 'dana@holdspace.example' },
      },
      ...{ action: 'list' as const, reason: null, words: 'Welcome, Zebedee.', fields: [], asked: [] },
      frozen: { profile: { about: 'Zebedee, frozen' }, findings: [], evidence: [], supervisor: null },
    },
  ];
  beforeEach(async () => {
    own = await ownSite(
      {
        ...{
          slug: 'ana-zebedee',
          history,
          confirmKey: 'confirmkey0001',
          claimedBy: 'dana@holdspace.example',
        },
        published: { name: 'Ana Zebedee', about: 'Zebedee in public', npi: '1234567893' },
        draft: { name: 'Ana Zebedee', about: 'Zebedee in a draft' },
        ...{ draftStatus: 'in-review', waitingSince: at(TODAY) },
        evidence: [{ subject: 'training', link: null, note: 'Ask Zebedee.' }],
        supervisor: { name: 'Old Zebedee', state: 'NJ', license: 'LPC 1', contact: 'x' },
        questions: [{ field: 'training', question: 'Zebedee?', answer: 'Zebedee.' }],
      },
      true,
    );
    const { id } = (await own.stored())!;
    await own.site.store.records(reports).insert({
      ...{
        id: 'report00000001',
        revision: 1,
        therapistId: id,
        slug: 'ana-zebedee',
        reason: 'other',
        words: 'The web page is gone.',
      },
      ...{ count: 1, counted: ['salted-hash'], saltDay: TODAY, at: at(TODAY), dueOn: TODAY, answer: null },
      ...{
        outcome: 'unfounded',
        resolvedAt: at(TODAY),
        resolvedBy: 'dana@holdspace.example',
        note: 'Zebedee is still there.',
      },
    });
  });
  afterEach(() => own.close());

  it('downloads as one file with the record, its history and reports, without other addresses or secrets', async () => {
    const seen = await own.ana.get('/practice/data');
    expect(seen.headers.get('content-type')).to.contain('application/json');
    expect(seen.headers.get('content-disposition'))
      .to.contain('attachment')
      .and.to.contain('holdspace-ana-zebedee.json');
    expect(seen.headers.get('cache-control')).to.equal('no-store');
    const held = JSON.parse(seen.body);
    expect(held.record.published.about).to.equal('Zebedee in public');
    expect(held.record.draft.about).to.equal('Zebedee in a draft');
    expect(held.record.history[0]).to.deep.include({ by: 'a reviewer', words: 'Welcome, Zebedee.' });
    expect(held.reports[0]).to.include({
      reason: 'other',
      outcome: 'unfounded',
      note: 'Zebedee is still there.',
    });
    expect(held.signIns).to.have.lengthOf(1);
    expect(held.record.findings[0].by).to.equal('a reviewer');
    for (const secret of [
      'dana@',
      'reviewer@',
      'confirmkey',
      'salted-hash',
      'formToken',
      'The web page is gone.',
    ])
      expect(seen.body, secret).not.to.contain(secret);
  });

  it('is erased from the store and the index when they confirm that they leave', async () => {
    const page = await own.ana.get('/practice/leave');
    for (const typed of ['', 'leave', 'LEAVE now']) {
      const refused = await own.ana.submit(page, { form: '#leave', fill: { confirmation: typed } });
      expect(refused.status).to.equal(422);
      expect(refused.$('[name=confirmation]').val()).to.equal(typed);
      expect(refused.text('#f-confirmation-error')).to.contain('Type LEAVE');
    }
    await own.site.holdspace.catchUp();
    expect((await own.site.get('/therapists?q=zebedee')).text('.found')).to.match(/^1 /);
    const left = await own.ana.submit(page, { form: '#leave', fill: { confirmation: ' LEAVE ' } });
    expect(left.to).to.equal('/goodbye');
    expect((await own.ana.follow(left)).text('h1')).to.contain('erased');
    expect(own.ana.cookies.size).to.equal(0);
    expect((await own.ana.get('/practice')).to).to.contain('/sign-in');
    await own.site.holdspace.catchUp();
    expect((await own.site.get('/therapists?q=zebedee')).text('.found')).not.to.match(/^1 /);
    expect((await own.site.get('/therapists/ana-zebedee')).status).to.equal(404);
    const { therapists } = await own.site.store.therapists.page(null, 100);
    expect(JSON.stringify(therapists)).not.to.match(/zebedee|ana@practice|1234567893|37PC/i);
    expect(therapists[0]?.history.map(({ action }) => action)).to.deep.equal(['list', 'withdraw']);
    // The queued email that says so has the name and address until it is sent.
    for (const kind of kinds.filter(({ name }) => name !== 'letter'))
      expect(JSON.stringify(await own.site.store.records(kind).page(null, 100)), kind.name).not.to.match(
        /zebedee|ana@practice/i,
      );
    expect(await own.site.store.records(sessions).page(null, 10)).to.have.lengthOf(0);
  });

  it('does not stay in the email with which they signed in', async () => {
    const browser = await own.site.visitor();
    await browser.post('/sign-in', { email: 'Ana@Practice.example' });
    await own.site.emails();
    const emails = () => own.site.store.records(standaloneEmails).page(null, 10);
    expect(JSON.stringify(await emails())).to.match(/ana@practice/i);
    const page = await own.ana.get('/practice/leave');
    await own.ana.submit(page, { form: '#leave', fill: { confirmation: 'LEAVE' } });
    await own.site.emails();
    expect(await emails()).to.deep.equal([]);
  });

  it('stays when they only pause', async () => {
    const page = await own.ana.get('/practice/leave');
    await own.ana.submit(page, { form: 'form.aside' });
    expect((await own.stored())?.status).to.equal('paused');
  });
});
