import { expect } from 'chai';
import { queryNames } from '../../src/search/query-fields.js';
import { openSite, type Seen, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

describe('the documentation of the API', () => {
  let site: Site;
  let page: Seen;
  before(async () => {
    site = await openSite({
      therapists: [aTherapist({ slug: 'ana-ruiz', published: { name: 'Ana Ruiz' } })],
    });
    page = await site.get('/api/docs');
  });
  after(() => site.close());

  it('is a page of the site, linked from the footer of every page', async () => {
    expect(page.status).to.equal(200);
    expect(page.headers.get('content-type')).to.match(/^text\/html/);
    expect(page.$('script')).to.have.lengthOf(0);
    expect((await site.get('/')).$('footer a[href="/api/docs"]')).to.have.lengthOf(1);
  });

  it('lists every resource of the OpenAPI document with all its parameters', async () => {
    const document = JSON.parse((await site.get('/api/v1/openapi.json')).body);
    for (const [path, { get }] of Object.entries<{
      get: { operationId: string; parameters: { name: string }[] };
    }>(document.paths)) {
      const section = page.$(`section[aria-labelledby="${get.operationId}"]`);
      expect(section.find('.verb').text()).to.equal(`GET /api/v1${path}`);
      const rows = section.find('tbody th').toArray();
      expect(rows.map((row) => page.$(row).text())).to.deep.equal(get.parameters.map(({ name }) => name));
    }
    const search = page.$('section[aria-labelledby="searchTherapists"]').text();
    for (const name of queryNames) expect(search).to.contain(name);
    expect(search).to.contain('horizon-bcbsnj').and.contain('in-session');
  });

  it('shows examples that work as documented', async () => {
    const requests = page.texts('pre:not(.answer) code');
    const answers = page
      .$('pre.answer code')
      .toArray()
      .map((code) => JSON.parse(page.$(code).text()));
    expect(requests).to.have.lengthOf(7);
    for (const [at, request] of requests.entries()) {
      const address = /^curl 'http:\/\/localhost:\d+(\/api\/v1\/[^']*)'$/.exec(request)?.[1];
      const answer = await site.get(address!);
      expect(answer.status, request).to.equal(200);
      const body = JSON.parse(answer.body);
      for (const [key, value] of Object.entries(answers[at]))
        if (key !== 'counts') expect(body[key], key).to.deep.equal(value);
    }
    expect(answers[1].name).to.equal('Ana Ruiz');
  });

  it('explains every problem and every field', () => {
    expect(page.texts('[id^="problem-"] th')).to.deep.equal([
      '400',
      '404',
      '405',
      '406',
      '414',
      '429',
      '500',
      '503',
    ]);
    for (const id of ['schema-Therapist', 'schema-SearchAnswer', 'schema-Finding'])
      expect(page.$(`#${id}`), id).to.have.lengthOf(1);
    for (const link of page.$('main a[href^="#"]').toArray())
      expect(page.$(page.$(link).attr('href')!), page.$(link).attr('href')).to.have.lengthOf(1);
  });

  it('states the configured rate limit', async () => {
    expect(page.text('[aria-labelledby="limits"]')).to.contain('There is none here now');
    const limited = await openSite({ settings: { API_RATE_LIMIT: '1200' } });
    expect((await limited.get('/api/docs')).text('[aria-labelledby="limits"]')).to.contain(
      '1,200 requests a minute',
    );
    await limited.close();
  });

  it('works on an empty directory', async () => {
    const empty = await openSite();
    const docs = await empty.get('/api/docs');
    expect(docs.status).to.equal(200);
    expect(docs.texts('pre.answer')).to.have.lengthOf(6);
    await empty.close();
  });
});
