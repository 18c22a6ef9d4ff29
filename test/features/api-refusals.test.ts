import { request } from 'node:http';
import { expect } from 'chai';
import { askProblem, type ProblemBody, root } from '../support/api-problem.js';
import { openSite, type Site } from '../support/site.js';
import { startStopwatch } from '../support/stopwatch.js';
import { aTherapist } from '../support/therapist-builder.js';

describe('refusals of the API', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      therapists: [aTherapist({ slug: 'ana-ruiz' }), aTherapist({ slug: 'away', status: 'paused' })],
    });
  });
  after(() => site.close());

  const read = async <T>(path: string) => JSON.parse((await site.get(root + path)).body) as T;
  const problem = (path: string, headers = {}) =>
    askProblem(site, path.startsWith('/api') ? path : root + path, headers);

  it('name every invalid parameter at once', async () => {
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
    it(`include ${query.slice(0, 30)}, which the page would ignore`, async () => {
      const { errors } = await problem(`/therapists?${query}`);
      expect(errors).to.have.lengthOf(1);
      expect(errors![0]).to.include({ parameter, reason });
    });

  it('tell clients that put brackets after the names of lists how to write a list', async () => {
    for (const name of ['payer[]', 'payer[0]'])
      expect((await problem(`/therapists?${name}=aetna`)).errors![0]!.detail).to.contain(
        'write payer=…, and repeat it',
      );
  });

  it('have the same form for lists, documents and therapists', async () => {
    for (const path of ['/therapists/ana-ruiz?a=1', '/openapi.json?a=1', '/payers?a=1'])
      expect((await problem(path)).errors![0], path).to.include({ parameter: 'a', reason: 'unknown' });
    const states = (await read<{ nextCursor: string }>('/states?limit=1')).nextCursor;
    for (const query of [`cursor=${states}`, 'cursor=x', 'limit=0', 'limit=201', 'limit=1.5', 'limit='])
      expect((await problem(`/payers?${query}`)).errors![0]!.reason, query).to.equal('bad-value');
  });

  it('answer 404 for anything unknown, including a paused therapist', async () => {
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

  it('include every format except JSON', async () => {
    expect((await problem('/payers', { accept: 'text/html' })).status).to.equal(406);
    expect((await problem('/payers', { accept: 'application/json;q=0' })).status).to.equal(406);
    for (const accept of ['application/json', 'application/*', '*/*', 'text/html,*/*;q=0.1'])
      expect((await site.get(`${root}/payers`, { accept })).status, accept).to.equal(200);
  });

  it('include every method that writes', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await fetch(`${site.origin}${root}/therapists`, { method });
      expect(answer.status).to.equal(405);
      expect(answer.headers.get('allow')).to.equal('GET, HEAD, OPTIONS');
      expect(((await answer.json()) as ProblemBody).type).to.contain('problem-wrong-method');
    }
  });

  it('include long and deep addresses, which are not parsed', async () => {
    const deep = `x${'[a]'.repeat(1500)}=1`;
    expect((await problem(`/therapists?${deep}`)).status).to.equal(414);
    const elapsed = startStopwatch();
    const many = Array.from({ length: 1200 }, (_, at) => at.toString(36)).join('&');
    const { errors } = await problem(`/therapists?${many.slice(0, 3900)}`);
    expect(errors).to.have.lengthOf(20);
    expect(elapsed()).to.be.lessThan(1000);
  });

  it('include rare methods', async () => {
    const status = await new Promise((resolve, reject) => {
      request(`${site.origin}${root}/therapists`, { method: 'TRACE' }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).to.equal(405);
  });
});
