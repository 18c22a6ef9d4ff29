import { expect } from 'chai';
import { type ProblemBody, root } from '../support/api-problem.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';

describe('cached API responses', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      therapists: [aTherapist({ slug: 'ana-ruiz', published: { name: 'Ana Ruiz' } })],
    });
  });
  after(() => site.close());

  it('stay valid while nothing changes, until a write', async () => {
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

  it('stay fresh for an hour for lists', async () => {
    const list = await site.get(`${root}/payers`);
    expect(list.headers.get('cache-control')).to.equal('public, max-age=3600');
    const again = await site.get(`${root}/payers`, { 'if-none-match': list.headers.get('etag')! });
    expect(again.status).to.equal(304);
  });

  it('expire at the end of the day', async () => {
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
  it('has its own rate limit, with headers that show what is left', async () => {
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

  it('says that it is not ready, and when to retry', async () => {
    const site = await openSite();
    site.holdspace.health.phase = 'stopping';
    const answer = await site.get(`${root}/payers`);
    expect([answer.status, answer.headers.get('retry-after')]).to.deep.equal([503, '2']);
    expect(JSON.parse(answer.body)).to.include({ status: 503 });
    await site.close();
  });

  it('shows a request id to report for a fault, and no internals', async () => {
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

  it('uses the public address in its links', async () => {
    const site = await openSite({ settings: { PUBLIC_URL: 'https://directory.example' } });
    const document = JSON.parse((await site.get(`${root}/openapi.json`, { host: 'evil.example' })).body);
    expect(document.servers).to.deep.equal([{ url: `https://directory.example${root}` }]);
    const { type } = JSON.parse((await site.get(`${root}/nothing`)).body) as ProblemBody;
    expect(type).to.equal('https://directory.example/api/docs#problem-not-found');
    await site.close();
  });

  it('logs the requested resource, and nothing of the query', async () => {
    const site = await openSite();
    await site.get(`${root}/therapists?q=somethingprivate`);
    await site.get(`${root}/therapists/someone-private`);
    const log = site.log.join('\n');
    expect(log).to.contain('"route":"/api/v1/therapists"').and.contain('"route":"/api/v1/therapists/:slug"');
    expect(log).not.to.contain('private');
    await site.close();
  });
});
