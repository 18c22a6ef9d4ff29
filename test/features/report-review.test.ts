import { expect } from 'chai';
import fc from 'fast-check';
import type { Report, ReportReason } from '../../src/domain/report.js';
import { reports, reviewers } from '../../src/storage/kinds.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, at, TODAY } from '../support/therapist-builder.js';
import type { Visitor } from '../support/visitor.js';

const REVIEWER = 'rae@review.example';

describe('the report pages of reviewers', () => {
  const ana = aTherapist({
    slug: 'ana-ruiz',
    email: 'ana@practice.example',
    published: { name: 'Ana Ruiz' },
  });
  let site: Site;
  let rae: Visitor;
  beforeEach(async () => {
    site = await openSite({ therapists: [ana] });
    await site.store.records(reviewers).insert({ id: REVIEWER, revision: 1, createdAt: at(TODAY) });
    rae = await site.visitor(REVIEWER);
  });
  afterEach(() => site.close());

  const kept = () => site.store.records(reports);
  let made = 0;
  async function told(reason: ReportReason, wish: Partial<Report> = {}): Promise<Report> {
    return kept().insert({
      ...{
        id: `report-${String(++made).padStart(6, '0')}`,
        revision: 1,
        therapistId: ana.id,
        slug: ana.slug,
        reason,
      },
      ...{ words: null, count: 1, counted: ['hash'], saltDay: TODAY, at: at(TODAY), dueOn: '2026-03-04' },
      ...{ answer: null, outcome: 'open' as const, resolvedAt: null, resolvedBy: null, note: null, ...wish },
    });
  }

  it('list what three people reported first, then by due date, and mark what is overdue', async () => {
    await told('other', { dueOn: '2026-03-03' });
    await told('insurance-wrong', { dueOn: '2026-02-27' });
    await told('not-accepting', { count: 3, dueOn: '2026-03-05' });
    const page = await rae.get('/review/reports');
    expect(page.texts('tbody tr td:nth-child(2)').map((words) => words.slice(0, 20))).to.deep.equal([
      'Not taking new patie',
      'Does not take the in',
      'Something else',
    ]);
    expect(page.texts('tbody th a')).to.deep.equal(Array(3).fill(ana.published!.name));
    expect(page.texts('.late')).to.deep.equal(['overdue since February 27, 2026']);
  });

  it('say so when there are no reports', async () => {
    expect((await rae.get('/review/reports')).text('main')).to.include('No report is open.');
  });

  it('correct the listing at once, and email the therapist', async () => {
    const { id } = await told('not-accepting', { words: 'They told me in June.' });
    const page = await rae.get(`/review/reports/${id}`);
    expect(page.text('.facts')).to.include('They told me in June.');
    const sent = await rae.submit(page, {
      fill: { measure: 'no-longer-accepting', note: 'Called on March 2: full until summer.' },
    });
    expect((await rae.follow(sent)).text('[role="status"]')).to.equal('The report is resolved.');
    const therapist = (await site.store.therapists.get(ana.id))!;
    expect(therapist.published?.accepting).to.equal(false);
    expect(therapist.history.at(-1)).to.include({
      action: 'correct',
      words: 'Called on March 2: full until summer.',
    });
    const email = (await site.emails()).at(-1);
    expect([email?.to, email?.headers.subject]).to.deep.equal([[ana.email], 'We corrected your page']);
    expect(email?.text).to.contain('> Called on March 2: full until summer.');
    const report = (await kept().get(id))!;
    expect(report).to.include({ outcome: 'corrected', resolvedBy: REVIEWER });
    expect(report.counted).to.deep.equal([]);
    await site.holdspace.catchUp();
    expect((await site.get('/therapists/ana-ruiz')).text('.state')).to.include('Not accepting new patients');
  });

  it('remove insurance and authority from a listing, and ask which', async () => {
    const { id } = await told('insurance-wrong');
    const page = await rae.get(`/review/reports/${id}`);
    const none = await rae.submit(page, { fill: { measure: 'remove-insurance', note: 'Called.' } });
    expect(none.status).to.equal(422);
    expect(none.text('#f-coverage-error')).to.equal('Choose at least one that is wrong.');
    expect(none.$('textarea').val()).to.equal('Called.');
    const [first] = ana.published!.coverage;
    const key = `${first?.state} ${first?.payer} ${first?.line}`;
    await rae.submit(none, { fill: { measure: 'remove-insurance', note: 'Called.', coverage: key } });
    const { published } = (await site.store.therapists.get(ana.id))!;
    expect(published?.coverage).to.have.length(ana.published!.coverage.length - 1);
  });

  it('suspend a listing', async () => {
    const { id } = await told('cannot-be-reached');
    const page = await rae.get(`/review/reports/${id}`);
    await rae.submit(page, { fill: { measure: 'suspend', note: 'Number is dead, mail bounces.' } });
    expect(await site.store.therapists.get(ana.id)).to.include({ status: 'suspended' });
    expect(await kept().get(id)).to.include({ outcome: 'suspended' });
    expect((await site.get('/therapists/ana-ruiz')).status).to.equal(404);
  });

  it('close an unfounded report, and change nothing', async () => {
    const { id } = await told('not-licensed-here');
    await rae.submit(await rae.get(`/review/reports/${id}`), {
      fill: { measure: 'unfounded', note: 'Board look-up, March 2: active.' },
    });
    expect((await site.store.therapists.get(ana.id))?.revision).to.equal(1);
    const closed = await rae.get(`/review/reports/${id}`);
    expect(closed.text('.note')).to.include('Unfounded').and.include('Board look-up');
    expect(closed.$('form textarea')).to.have.length(0);
  });

  it('let one of two reviewers close a report, and tell the other', async () => {
    const { id } = await told('other', { words: 'x' });
    const page = await rae.get(`/review/reports/${id}`);
    const fill = { measure: 'unfounded', note: 'Checked.' };
    expect((await rae.submit(page, { fill })).status).to.equal(303);
    const late = await rae.submit(page, { fill: { measure: 'no-longer-accepting', note: 'Called.' } });
    expect(late.status).to.equal(409);
    expect(late.text('.unsent')).to.include('Called.');
    expect((await site.store.therapists.get(ana.id))?.published?.accepting).to.equal(true);
  });

  it('close a report once on a double click', async () => {
    const { id } = await told('other', { words: 'x' });
    const page = await rae.get(`/review/reports/${id}`);
    const fill = { measure: 'suspend', note: 'Number is dead.' };
    const twice = await Promise.all([1, 2].map(() => rae.submit(page, { fill })));
    for (const sent of twice) expect(sent).to.include({ status: 303, to: '/review/reports?done=1' });
    const { history } = (await site.store.therapists.get(ana.id))!;
    expect(history.filter(({ action }) => action === 'suspend')).to.have.lengthOf(1);
  });

  it('let no reviewer close a report about their own listing', async () => {
    const { email, slug, id: therapistId } = ana;
    await site.store.records(reviewers).insert({ id: email, revision: 1, createdAt: at('2026-01-01') });
    const { id } = await told('not-accepting', { therapistId, slug });
    const own = await site.visitor(email);
    const page = await own.get(`/review/reports/${id}`);
    for (const measure of ['unfounded', 'corrected-already', 'no-longer-accepting']) {
      const sent = await own.submit(page, { fill: { measure, note: 'I know it best.' } });
      expect(sent.status, measure).to.equal(422);
      expect(sent.text('.errors')).to.include('No one decides on their own profile.');
    }
    expect((await kept().get(id))?.outcome).to.equal('open');
  });

  it('let no one change a closed report', async () => {
    const { id } = await told('not-accepting');
    const page = await rae.get(`/review/reports/${id}`);
    const fill = { measure: 'unfounded', note: 'Called them.' };
    await rae.submit(page, { fill });
    const again = await rae.submit(page, { fill: { ...fill, note: 'Another story.', seen: '2' } });
    expect(again.status).to.equal(409);
    expect((await kept().get(id))?.note).to.equal('Called them.');
  });

  it('are for reviewers only', async () => {
    const { id } = await told('other', { words: 'x' });
    const therapist = await site.visitor('ana@practice.example');
    const nobody = await site.visitor();
    for (const path of ['/review/reports', `/review/reports/${id}`]) {
      expect((await therapist.get(path)).status).to.equal(404);
      expect((await nobody.get(path)).to).to.equal(`/sign-in?next=${encodeURIComponent(path)}`);
    }
    expect((await rae.get('/review/reports/no-such-report')).status).to.equal(404);
    const forged = await rae.post(`/review/reports/${id}`, { measure: 'unfounded', note: 'x', seen: '1' });
    expect(forged.status).to.equal(403);
  });

  it('answer hostile forms with 422, and never fail', async () => {
    const { id } = await told('other', { words: 'x' });
    const page = await rae.get(`/review/reports/${id}`);
    const values = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.constantFrom('suspended', '', '1e9'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('measure', 'seen', 'coverage'), values),
        async (fill) => {
          const sent = await rae.submit(page, { fill: { note: 'Called.', measure: '?', ...fill } });
          expect(sent.status).to.equal(422);
        },
      ),
      { numRuns: 60 },
    );
  });
});
