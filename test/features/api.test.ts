import { request } from 'node:http';
import { expect } from 'chai';
import type { SearchBody } from '../../src/api/schemas/search.js';
import type { TherapistBody } from '../../src/api/schemas/therapist.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  errors?: { parameter: string; reason: string; detail: string }[];
  requestId?: string;
}

const root = '/api/v1';

describe('the API', () => {
  let site: Site;
  const ana = aTherapist({
    slug: 'ana-ruiz',
    email: 'private@home.example',
    published: {
      name: 'Ana Ruiz',
      psypact: null,
      authority: [
        { state: 'NJ', basis: 'licence', type: 'LPC', number: 'LIVE-1', expiresOn: '2027-01-31' },
        { state: 'NY', basis: 'licence', type: 'LMHC', number: 'DEAD-1', expiresOn: '2026-01-31' },
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
  const problem = async (path: string, headers = {}) => {
    const answer = await site.get(path.startsWith('/api') ? path : root + path, headers);
    expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    const body = JSON.parse(answer.body) as ProblemBody;
    expect(body.status).to.equal(answer.status);
    const page = await site.get(body.type);
    expect(page.$(new URL(body.type, site.origin).hash)).to.have.lengthOf(1);
    return body;
  };

  it('searches with reasons, the exact total and a count for every choice', async () => {
    const found = await read<SearchBody>('/therapists?state=NJ&payer=horizon-bcbsnj');
    expect(found.total).to.equal(2);
    expect(found.hits[0]!.therapist).to.deep.include({ slug: 'ana-ruiz', evidence: 5, freshness: 'current' });
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

  it('tells of a therapist what their page shows: each fact with what was checked', async () => {
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

  it('says of a claim nobody looked at that it is the therapist’s own word, or not shown', async () => {
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

  it('keeps what is private', async () => {
    const { body } = await site.get(`${root}/therapists/ana-ruiz`);
    for (const secret of ['private@home', 'reviewer@', 'DEAD-1', ana.id, 'revision', 'T09:00'])
      expect(body, secret).not.to.contain(secret);
    expect((await site.get('/therapists/ana-ruiz')).body).to.contain('LIVE-1');
  });

  it('reads a list part by part', async () => {
    type Part = { items: { id: string }[]; next: string | null; nextCursor: string | null; total: number };
    const first = await read<Part>('/states?limit=50');
    expect(first.items).to.have.lengthOf(50);
    const second = JSON.parse((await site.get(first.next!)).body) as Part;
    expect(second).to.deep.include({ next: null, nextCursor: null, total: 51 });
    expect(second.items.map(({ id }) => id)).to.deep.equal(['WY']);
    const questions = await read<Part>('/questions');
    expect(questions.items).to.have.lengthOf(5);
    expect(questions.items[0]).to.include({ id: 'training', number: 1 });
  });

  it('names everything that is wrong with the parameters at once', async () => {
    const { status, errors } = await problem(
      '/therapists?foo=1&state=ZZ&payer=aetna&payer=nobody&max_fee=1&max_fee=2&page=0&within=5&q=&pick=ana-ruiz&accepting=yes',
    );
    expect(status).to.equal(400);
    expect(errors!.map(({ parameter, reason }) => `${parameter} ${reason}`)).to.have.members([
      'foo unknown',
      'pick unknown',
      'state bad-value',
      'payer bad-value',
      'max_fee repeated',
      'page bad-value',
      'within incomplete',
      'q bad-value',
      'accepting bad-value',
    ]);
    const details = new Map(errors!.map(({ parameter, detail }) => [parameter, detail]));
    expect(details.get('accepting')).to.equal('Give 1, or leave accepting out.');
    expect(details.get('page')).to.equal('Give a whole number from 1 to 999999999.');
  });

  for (const [query, parameter, reason] of [
    ['sort=distance', 'sort', 'incomplete'],
    ['sort=best', 'sort', 'bad-value'],
    ['near=99999', 'near', 'bad-value'],
    [`q=${'a'.repeat(201)}`, 'q', 'bad-value'],
    ['state=NJ&state=NY', 'state', 'repeated'],
    ['state[]=NJ', 'state[]', 'unknown'],
    ['__proto__=1', '__proto__', 'unknown'],
    ['constructor=', 'constructor', 'unknown'],
    [Array.from({ length: 61 }, () => 'payer=aetna').join('&'), 'payer', 'repeated'],
  ] as const)
    it(`refuses ${query.slice(0, 30)}, where the page would go on without it`, async () => {
      const { errors } = await problem(`/therapists?${query}`);
      expect(errors).to.have.lengthOf(1);
      expect(errors![0]).to.include({ parameter, reason });
    });

  it('tells clients that put brackets behind lists how a list is written', async () => {
    for (const name of ['payer[]', 'payer[0]'])
      expect((await problem(`/therapists?${name}=aetna`)).errors![0]!.detail).to.contain(
        'write payer=…, and repeat it',
      );
  });

  it('refuses parameters of lists, documents and therapists in the same way', async () => {
    for (const path of ['/therapists/ana-ruiz?a=1', '/openapi.json?a=1', '/payers?a=1'])
      expect((await problem(path)).errors![0], path).to.include({ parameter: 'a', reason: 'unknown' });
    const states = (await read<{ nextCursor: string }>('/states?limit=1')).nextCursor;
    for (const query of [`cursor=${states}`, 'cursor=x', 'limit=0', 'limit=201', 'limit=1.5', 'limit='])
      expect((await problem(`/payers?${query}`)).errors![0]!.reason, query).to.equal('bad-value');
  });

  it('says that something is not there, whoever paused included', async () => {
    for (const path of [
      '/nothing',
      '',
      '/therapists/away',
      '/therapists/nobody',
      '/therapists/%ff',
      '/api/v2/therapists',
    ])
      expect((await problem(path)).status, path).to.equal(404);
  });

  it('answers JSON alone', async () => {
    expect((await problem('/payers', { accept: 'text/html' })).status).to.equal(406);
    expect((await problem('/payers', { accept: 'application/json;q=0' })).status).to.equal(406);
    for (const accept of ['application/json', 'application/*', '*/*', 'text/html,*/*;q=0.1'])
      expect((await site.get(`${root}/payers`, { accept })).status, accept).to.equal(200);
  });

  it('can only be read', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await fetch(`${site.origin}${root}/therapists`, { method });
      expect(answer.status).to.equal(405);
      expect(answer.headers.get('allow')).to.equal('GET, HEAD, OPTIONS');
      expect(((await answer.json()) as ProblemBody).type).to.contain('problem-wrong-method');
    }
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

  it('may be read by scripts of any site', async () => {
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

  it('refuses long and deep addresses without reading them', async () => {
    const deep = `x${'[a]'.repeat(1500)}=1`;
    expect((await problem(`/therapists?${deep}`)).status).to.equal(414);
    const began = performance.now();
    const many = Array.from({ length: 1200 }, (_, at) => at.toString(36)).join('&');
    const { errors } = await problem(`/therapists?${many.slice(0, 3900)}`);
    expect(errors).to.have.lengthOf(20);
    expect(performance.now() - began).to.be.lessThan(1000);
  });

  it('leads from /api to its documentation', async () => {
    const answer = await site.get('/api');
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([301, '/api/docs']);
  });
});

describe('copies of what the API answered', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      therapists: [aTherapist({ slug: 'ana-ruiz', published: { name: 'Ana Ruiz' } })],
    });
  });
  after(() => site.close());

  it('are good while nothing changes, and no longer after a write', async () => {
    for (const path of ['/therapists', '/therapists/ana-ruiz']) {
      const first = await site.get(root + path);
      const tag = first.headers.get('etag')!;
      expect(first.headers.get('cache-control')).to.equal('public, no-cache');
      for (const held of [tag, tag.replace('W/', ''), `"other", ${tag}`, '*']) {
        const again = await site.get(root + path, { 'if-none-match': held });
        expect([again.status, again.body, again.headers.get('etag')], held).to.deep.equal([304, '', tag]);
      }
      expect((await site.get(root + path, { 'if-none-match': '"other"' })).status).to.equal(200);
    }
    const tags = await Promise.all(
      ['/therapists', '/therapists/ana-ruiz'].map(
        async (path) => (await site.get(root + path)).headers.get('etag')!,
      ),
    );
    const ana = (await site.store.therapists.getBySlug('ana-ruiz'))!;
    await site.store.therapists.update({
      ...ana,
      published: { ...ana.published!, fees: { ...ana.published!.fees, hourly: 999 } },
    });
    await site.holdspace.catchUp();
    for (const [at, path] of ['/therapists', '/therapists/ana-ruiz'].entries()) {
      const after = await site.get(root + path, { 'if-none-match': tags[at]! });
      expect(after.status, path).to.equal(200);
      expect(after.body).to.contain('"hourly":999');
    }
  });

  it('of lists may be used for an hour', async () => {
    const list = await site.get(`${root}/payers`);
    expect(list.headers.get('cache-control')).to.equal('public, max-age=3600');
    const again = await site.get(`${root}/payers`, { 'if-none-match': list.headers.get('etag')! });
    expect(again.status).to.equal(304);
  });

  it('turn over with the day', async () => {
    const before = await site.get(`${root}/therapists/ana-ruiz`);
    expect(before.body).to.contain('"freshness":"current"');
    site.goTo('2026-05-25');
    const later = await site.get(`${root}/therapists/ana-ruiz`, {
      'if-none-match': before.headers.get('etag')!,
    });
    expect(later.status).to.equal(200);
    expect(later.body).to.contain('"freshness":"overdue"');
    site.goTo(TODAY);
  });
});

describe('the API under stress', () => {
  it('holds a limit of its own, with headers that tell what is left', async () => {
    const site = await openSite({ settings: { API_RATE_LIMIT: '3' } });
    const first = await site.get(`${root}/payers`);
    expect(first.headers.get('ratelimit-policy')).to.match(/q=3; w=60/);
    expect(first.headers.get('ratelimit')).to.match(/r=2/);
    await site.get(`${root}/payers`);
    await site.get(`${root}/nothing`);
    const refused = await site.get(`${root}/payers`);
    expect(refused.status).to.equal(429);
    expect(refused.headers.get('content-type')).to.match(/^application\/problem\+json/);
    expect(Number(refused.headers.get('retry-after'))).to.be.within(1, 60);
    expect(refused.headers.get('access-control-allow-origin')).to.equal('*');
    expect((await site.get('/therapists')).status).to.equal(200);
    expect((await site.get('/api/docs')).status).to.equal(200);
    await site.close();
  });

  it('says that it is not ready, and when to ask again', async () => {
    const site = await openSite();
    site.holdspace.health.phase = 'stopping';
    const answer = await site.get(`${root}/payers`);
    expect([answer.status, answer.headers.get('retry-after')]).to.deep.equal([503, '2']);
    expect(JSON.parse(answer.body)).to.include({ status: 503 });
    await site.close();
  });

  it('shows a fault as a number to report and no inside of the program', async () => {
    const site = await openSite({ therapists: [aTherapist({ slug: 'here' })] });
    await site.store.close();
    const answer = await site.get(`${root}/therapists/here`);
    expect(answer.status).to.equal(500);
    const { requestId } = JSON.parse(answer.body) as ProblemBody;
    expect(requestId).to.match(/^request\d+$/);
    expect(answer.body).not.to.match(/node_modules|\.js:|Error:|sqlite/i);
    expect(site.log.join('\n')).to.contain(requestId);
    await site.close().catch(() => undefined);
  });

  it('names itself by the address people type', async () => {
    const site = await openSite({ settings: { PUBLIC_URL: 'https://directory.example' } });
    const document = JSON.parse((await site.get(`${root}/openapi.json`, { host: 'evil.example' })).body);
    expect(document.servers).to.deep.equal([{ url: `https://directory.example${root}` }]);
    const { type } = JSON.parse((await site.get(`${root}/nothing`)).body) as ProblemBody;
    expect(type).to.equal('https://directory.example/api/docs#problem-not-found');
    await site.close();
  });

  it('logs which resource was asked for, and nothing of the question', async () => {
    const site = await openSite();
    await site.get(`${root}/therapists?q=somethingprivate`);
    await site.get(`${root}/therapists/someone-private`);
    const log = site.log.join('\n');
    expect(log).to.contain('"route":"/api/v1/therapists"').and.contain('"route":"/api/v1/therapists/:slug"');
    expect(log).not.to.contain('private');
    await site.close();
  });

  it('refuses a broken request line like any server', async () => {
    const site = await openSite();
    const status = await new Promise((resolve, reject) => {
      request(`${site.origin}${root}/therapists`, { method: 'TRACE' }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).to.equal(405);
    await site.close();
  });
});
