import { expect } from 'chai';
import { forgetAddresses } from '../../src/jobs/forget-addresses.js';
import { drawSample } from '../../src/jobs/sampling.js';
import { reports, reviewers, samples } from '../../src/storage/kinds.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, at, TODAY } from '../support/therapist-builder.js';

const REVIEWER = 'rae@review.example';
const clockAt = (day: string) => ({ now: () => new Date(`${day}T12:00:00.000Z`) });

describe('/accuracy', () => {
  let site: Site;
  const ages = [1, 29, 31, 60, 61, 89, 91, 119];
  beforeEach(async () => {
    site = await openSite({
      therapists: [
        ...ages.map((confirmedDaysAgo) => aTherapist({ confirmedDaysAgo })),
        aTherapist({ status: 'lapsed' }),
        aTherapist({ status: 'paused' }),
      ],
    });
    await site.store.records(reviewers).insert({ id: REVIEWER, revision: 1, createdAt: at(TODAY) });
    // The jobs that run at start are done before a test begins.
    await site.get('/');
    await site.holdspace.runJobs();
  });
  afterEach(() => site.close());

  /** A draw for a month that the sampling job has not drawn yet. */
  const APRIL = '2026-04-01';
  const inApril = () => ({ store: site.store, clock: clockAt(APRIL), secretKey: 'key', size: 4 });

  async function resolved(id: string, on: string, resolvedOn: string) {
    const { id: therapistId, slug } = (await site.store.therapists.page(null, 1)).therapists[0]!;
    await site.store.records(reports).insert({
      ...{
        id: `report-${id}`,
        revision: 1,
        therapistId,
        slug,
        reason: 'other' as const,
        words: null,
        count: 1,
      },
      ...{ counted: [], saltDay: on, at: at(on), dueOn: on, answer: null, outcome: 'corrected' as const },
      ...{ resolvedAt: at(resolvedOn), resolvedBy: REVIEWER, note: 'Called.' },
    });
  }

  it('counts fresh and hidden listings, and says the same to machines', async () => {
    const { body } = await site.get('/accuracy.json');
    const figures = JSON.parse(body);
    expect(figures.listings).to.equal(8);
    expect(figures.confirmed).to.deep.equal({ within30: 2, within60: 4, within90: 6, days90to119: 2 });
    expect(figures.hidden).to.deep.equal({ lapsed: 1, suspended: 0, paused: 1 });
    expect(figures.samples).to.deep.equal([]);
    const page = await site.get('/accuracy');
    expect(page.text('#fresh ~ p')).to.include('75% of 8 listings');
    expect(page.text('main')).to.include('No calls have been made yet');
  });

  it('shows how fast reports were resolved, in business days', async () => {
    await resolved('one-day', '2026-02-20', '2026-02-23');
    await resolved('four-days', '2026-02-20', '2026-02-26');
    await resolved('long-ago', '2025-06-01', '2025-06-02');
    const { reports: told } = JSON.parse((await site.get('/accuracy.json')).body);
    expect(told).to.include({ resolved: 2, medianBusinessDays: 2.5, open: 0, overdue: 0 });
    expect(told.withinDue).to.include({ hits: 1, of: 2 });
  });

  it('draws a sample that reviewers call, and shows what they heard with its interval', async () => {
    site.goTo(APRIL);
    expect(await drawSample(inApril())).to.equal(4);
    expect(await drawSample(inApril())).to.equal(0);
    const rae = await site.visitor(REVIEWER);
    const list = await rae.get('/review/sample');
    expect(list.$('tbody a')).to.have.length(4);
    const one = await rae.get(list.$('tbody a').first().attr('href')!);
    const missing = await rae.submit(one, { fill: { reached: 'yes' } });
    expect(missing.status).to.equal(422);
    expect(missing.texts('.errors a')).to.include('Say what you heard.');
    const noted = await rae.submit(missing, {
      fill: { reached: 'yes', accepting: 'no', insurance: 'yes', state: 'yes' },
    });
    expect((await rae.follow(noted)).text('[role="status"]')).to.include('Noted');
    const next = await rae.get((await rae.get('/review/sample')).$('tbody a').first().attr('href')!);
    await rae.submit(next, { fill: { reached: 'no' } });
    const page = await site.get('/accuracy');
    const cells = (row: string) =>
      page.texts(`#sample ~ .table-wrap tbody tr:nth-child(${row}) > *`).join(' | ');
    expect(['1', '2', '3', '4', '5'].map(cells)).to.deep.equal([
      'Reached, and nothing on the listing was wrong | 0% | 0 of 2 | 0% to 66%',
      'Reached at all | 50% | 1 of 2 | 9% to 91%',
      '“Accepting new patients” was right | 0% | 0 of 1 | 0% to 79%',
      'Insurance was right | 100% | 1 of 1 | 21% to 100%',
      'State was right | 100% | 1 of 1 | 21% to 100%',
    ]);
  });

  it('does not let reviewers record a call about their own listing', async () => {
    await drawSample(inApril());
    const [{ id, therapistId } = { id: '', therapistId: '' }] = await site.store
      .records(samples)
      .tagged('month:2026-04', { limit: 1 });
    const { email } = (await site.store.therapists.get(therapistId))!;
    await site.store.records(reviewers).insert({ id: email, revision: 1, createdAt: at('2026-01-01') });
    const own = await site.visitor(email);
    const sent = await own.submit(await own.get(`/review/sample/${id}`), { fill: { reached: 'no' } });
    expect(sent.status).to.equal(422);
    expect(sent.text('.errors')).to.include('No one decides on their own profile.');
    expect((await site.store.records(samples).get(id))?.result).to.equal(null);
  });

  it('continues with the same listings after an interrupted draw', async () => {
    await drawSample(inApril());
    const kept = site.store.records(samples);
    const before = (await kept.tagged('month:2026-04', { limit: 10 })).map(({ id }) => id).sort();
    await kept.remove(before[1]!);
    expect(await drawSample(inApril())).to.equal(1);
    const after = (await kept.tagged('month:2026-04', { limit: 10 })).map(({ id }) => id).sort();
    expect(after).to.deep.equal(before);
  });

  it('draws other listings in another month, each with the same probability', async () => {
    const drawn = new Map<string, number>();
    for (let month = 1; month <= 12; month++)
      for (const day of [`2025-${String(month).padStart(2, '0')}-01`]) {
        const store = site.store;
        // All stay listed for the draw: their day of confirmation moves with the month.
        for (const therapist of (await store.therapists.page(null, 100)).therapists)
          await store.therapists.update({ ...therapist, confirmedAt: at(day) });
        await drawSample({ store, clock: clockAt(day), secretKey: 'key', size: 2 });
        for (const { therapistId } of await store
          .records(samples)
          .tagged(`month:${day.slice(0, 7)}`, { limit: 9 }))
          drawn.set(therapistId, (drawn.get(therapistId) ?? 0) + 1);
      }
    expect([...drawn.values()].reduce((sum, count) => sum + count)).to.equal(24);
    expect(drawn.size).to.be.greaterThan(5);
  });

  it('forgets the hashes of addresses on the next day', async () => {
    const visitor = await site.visitor();
    const { slug } = (await site.store.therapists.page(null, 1)).therapists[0]!;
    await visitor.submit(await visitor.get(`/therapists/${slug}/report`), {
      fill: { reason: 'not-accepting' },
    });
    const kept = site.store.records(reports);
    expect(await forgetAddresses({ store: site.store, clock: clockAt(TODAY) })).to.equal(0);
    expect(await forgetAddresses({ store: site.store, clock: clockAt('2026-03-03') })).to.equal(1);
    expect((await kept.tagged('open', { limit: 1 }))[0]?.counted).to.deep.equal([]);
  });

  it('shows reviewers which states have no listing, as a map and as a table', async () => {
    const rae = await site.visitor(REVIEWER);
    const page = await rae.get('/review/gaps');
    expect(page.$('svg g')).to.have.length(51);
    expect(page.$('tbody tr')).to.have.length(51);
    const state = aTherapist().published!.authority[0]!.state;
    expect(page.$(`svg g:contains("${state}") .count`).text()).to.equal('8');
    expect((await site.get('/review/gaps')).status).to.equal(303);
  });
});
