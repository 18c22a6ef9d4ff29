import { expect } from 'chai';
import type { SearchBody } from '../../src/api/schemas/search.js';
import type { TherapistBody } from '../../src/api/schemas/therapist.js';
import { questionIds } from '../../src/domain/questions.js';
import { root } from '../support/api-problem.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

describe('the API', () => {
  let site: Site;
  const ana = aTherapist({
    slug: 'ana-ruiz',
    email: 'private@home.example',
    published: {
      name: 'Ana Ruiz',
      psypact: null,
      authority: [
        { state: 'NJ', basis: 'license', type: 'LPC', number: 'LIVE-1', expiresOn: '2027-01-31' },
        { state: 'NY', basis: 'license', type: 'LMHC', number: 'DEAD-1', expiresOn: '2026-01-31' },
      ],
    },
    changedAt: { ...aTherapist().changedAt, fees: '2026-02-26T09:00:00.000Z' },
  });
  const half = aTherapist({
    slug: 'half',
    published: { scope: 'preparation-and-integration', accepting: false, waitWeeks: 3 },
    findings: ana.findings.filter(({ subject }) => subject.startsWith('authority')),
    confirmedDaysAgo: 95,
  });
  before(async () => {
    site = await openSite({ therapists: [ana, half, aTherapist({ slug: 'away', status: 'paused' })] });
  });
  after(() => site.close());

  const read = async <T>(path: string) => JSON.parse((await site.get(root + path)).body) as T;

  it('searches with reasons, the exact total and a count for every choice', async () => {
    const found = await read<SearchBody>('/therapists?state=NJ&payer=horizon-bcbsnj');
    expect(found.total).to.equal(2);
    expect(found.hits[0]!.therapist).to.deep.include({
      slug: 'ana-ruiz',
      evidence: questionIds.length,
      freshness: 'current',
    });
    expect(found.hits[0]!.why).to.include('Licensed in New Jersey (LPC): in person and telehealth');
    expect(found.hits[0]!.reasons).to.deep.include({
      kind: 'coverage',
      state: 'NJ',
      payer: 'horizon-bcbsnj',
      lines: ['commercial'],
    });
    expect(found.hits[1]!.therapist).to.deep.include({
      slug: 'half',
      waitWeeks: null,
      presence: [],
      freshness: 'overdue',
    });
    expect(found.counts.state).to.include({ NJ: 2, NY: 0 });
    expect(Object.keys(found.counts.state)).to.have.lengthOf(51);
    expect(found.links).to.include({ self: `${root}/therapists?state=NJ&payer=horizon-bcbsnj`, next: null });
  });

  it('returns what the page of a therapist shows: each fact with what was checked', async () => {
    const one = await read<TherapistBody>('/therapists/ana-ruiz');
    expect(one.permissions.map(({ state, mode }) => `${state} ${mode}`)).to.deep.equal([
      'NJ in-person',
      'NJ telehealth',
    ]);
    expect(one.authority).to.have.lengthOf(1);
    expect(one.authority[0]).to.deep.include({ number: 'LIVE-1', modes: ['in-person', 'telehealth'] });
    expect(one.answers.training.finding).to.deep.equal({
      result: 'verified',
      seen: 'Original document',
      on: '2025-08-14',
    });
    expect(one.coverage[0]).to.deep.include({
      line: 'commercial',
      covers: 'preparation-and-integration',
    });
    expect(one.fees.course).to.deep.include({
      full: { from: 2100, to: 4200 },
      hybrid: { from: 880, to: 1980 },
    });
    expect(one.confirmedOn).to.equal('2026-02-20');
    expect(one.asOf).to.include({ fees: '2026-02-26', who: '2026-02-20' });
    expect(one.hiddenFrom).to.equal('2026-06-20');
    expect(one.demo).to.equal(false);
  });

  it('marks an unchecked claim as self-reported or not shown', async () => {
    const one = await read<TherapistBody>('/therapists/half');
    expect(one.answers.caseload.finding).to.deep.equal({
      result: 'self-reported',
      seen: null,
      on: '2025-11-27',
    });
    expect(one.person.malpractice).to.deep.equal({ result: 'not-shown', seen: null, on: null });
    expect(one.fees.course.full).to.equal(null);
    expect(one.answers.scope.role).to.equal(null);
  });

  it('returns nothing private', async () => {
    const { body } = await site.get(`${root}/therapists/ana-ruiz`);
    for (const secret of ['private@home', 'reviewer@', 'DEAD-1', ana.id, 'revision', 'T09:00'])
      expect(body, secret).not.to.contain(secret);
    expect((await site.get('/therapists/ana-ruiz')).body).to.contain('LIVE-1');
  });

  it('returns a list in parts', async () => {
    type Part = { items: { id: string }[]; next: string | null; nextCursor: string | null; total: number };
    const first = await read<Part>('/states?limit=50');
    expect(first.items).to.have.lengthOf(50);
    const second = JSON.parse((await site.get(first.next!)).body) as Part;
    expect(second).to.deep.include({ next: null, nextCursor: null, total: 51 });
    expect(second.items.map(({ id }) => id)).to.deep.equal(['WY']);
    const questions = await read<Part>('/questions');
    expect(questions.items).to.have.lengthOf(questionIds.length);
    expect(questions.items[0]).to.include({ id: 'training', number: 1 });
  });

  it('answers HEAD like GET, without the body', async () => {
    const head = await fetch(`${site.origin}${root}/therapists`, { method: 'HEAD' });
    const get = await fetch(`${site.origin}${root}/therapists`);
    await get.arrayBuffer();
    expect(head.status).to.equal(200);
    expect(await head.text()).to.equal('');
    for (const name of ['etag', 'content-type', 'cache-control', 'content-length'])
      expect(head.headers.get(name), name).to.equal(get.headers.get(name));
  });

  it('allows scripts of any site to read it', async () => {
    const headers = { origin: 'https://clinic.example' };
    for (const path of ['/therapists', '/therapists?foo=1', '/nothing'])
      expect((await site.get(root + path, headers)).headers.get('access-control-allow-origin')).to.equal('*');
    const preflight = await fetch(`${site.origin}${root}/therapists`, {
      method: 'OPTIONS',
      headers: {
        ...headers,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
    });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers.get('access-control-allow-methods')).to.contain('GET');
    expect(preflight.headers.get('access-control-allow-headers')!.toLowerCase()).to.contain('if-none-match');
  });

  it('sets no cookie', async () => {
    expect((await site.get(`${root}/therapists`)).headers.get('set-cookie')).to.equal(null);
  });

  it('leads from /api to its documentation', async () => {
    const answer = await site.get('/api');
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([301, '/api/docs']);
  });
});
