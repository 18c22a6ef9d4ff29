import { expect } from 'chai';
import { OpenAPIClientAxios } from 'openapi-client-axios';
import type { AccuracyBody } from '../../src/api/schemas/accuracy.js';
import type { SearchBody } from '../../src/api/schemas/search.js';
import type { TherapistBody } from '../../src/api/schemas/therapist.js';
import { type ApiCheck, apiCheck, compileSchemas, type OpenApi } from '../support/api-schema.js';
import { openSite, type Site } from '../support/site.js';

describe('the published description of the API', () => {
  let site: Site;
  let api: ApiCheck;
  before(async () => {
    site = await openSite({ settings: { DEMO: '1' } });
    api = await apiCheck(site);
  });
  after(() => site.close());

  it('matches every therapist and every page of the demonstration', async () => {
    const slugs = new Set<string>();
    let next: string | null = '/api/v1/therapists';
    let total = 0;
    while (next !== null) {
      const { body }: { body: SearchBody } = await api.ask<SearchBody>(next);
      for (const { therapist } of body.hits) slugs.add(therapist.slug);
      total = body.total;
      next = body.links.next;
    }
    expect(total).to.be.greaterThan(100);
    expect(slugs.size).to.equal(total);
    for (const slug of slugs) {
      const { status, body } = await api.ask<TherapistBody>(`/api/v1/therapists/${slug}`);
      expect(status).to.equal(200);
      expect(body.permissions).not.to.have.lengthOf(0);
    }
  });

  it('matches searches with every kind of filter, empty ones and pages past the end', async () => {
    for (const query of [
      '?near=07102&within=50&sort=distance',
      '?q=somatic&state=NJ',
      '?state=NJ&payer=aetna&payer=cigna&line=commercial&mode=telehealth&scope=in-session&presence=room&place=home',
      '?accepting=1&own_therapist=1&integration72h=1&max_fee=250&min_caseload=5&confirmed=90&language=en&focus=ptsd',
      '?state=WY&payer=florida-blue',
      '?page=999',
      '?q=bcbs%20nj',
    ])
      expect((await api.ask(`/api/v1/therapists${query}`)).status, query).to.equal(200);
  });

  it('matches every part of every list, which together give each item once', async () => {
    for (const name of ['payers', 'states', 'programs', 'questions']) {
      const ids: string[] = [];
      let total = 0;
      let next: string | null = `/api/v1/${name}?limit=7`;
      while (next !== null) {
        type Part = { items: { id: string }[]; next: string | null; total: number };
        const { body }: { body: Part } = await api.ask<Part>(next);
        ids.push(...body.items.map(({ id }) => id));
        total = body.total;
        next = body.next;
      }
      expect(ids, name).to.have.lengthOf(total);
      expect(new Set(ids).size, name).to.equal(total);
    }
  });

  it('matches the accuracy of the directory, with the numbers of the page', async () => {
    const { status, body } = await api.ask<AccuracyBody>('/api/v1/accuracy');
    expect(status).to.equal(200);
    expect(body).to.deep.equal(JSON.parse((await site.get('/accuracy.json')).body));
  });

  it('matches problems', async () => {
    expect((await api.ask('/api/v1/therapists?state=ZZ&foo=1')).status).to.equal(400);
    expect((await api.ask('/api/v1/therapists/nobody')).status).to.equal(404);
    expect((await api.ask('/api/v1/payers', { accept: 'text/html' })).status).to.equal(406);
    expect((await api.ask(`/api/v1/therapists?q=${'a'.repeat(4100)}`)).status).to.equal(414);
  });

  it('does not match a response with too much or too little', async () => {
    const ajv = compileSchemas(api.document);
    const { body } = await api.ask<SearchBody>('/api/v1/therapists');
    const { therapist } = body.hits[0]!;
    const validate = ajv.compile({ $ref: 'api#/$defs/TherapistSummary' });
    expect(validate(therapist)).to.equal(true);
    expect(validate({ ...therapist, email: 'private@practice.example' })).to.equal(false);
    expect(validate({ ...therapist, confirmedOn: 'yesterday' })).to.equal(false);
    const { slug: _, ...less } = therapist;
    expect(validate(less)).to.equal(false);
  });

  it('lets a generated client search and read the result', async () => {
    const made = new OpenAPIClientAxios({
      definition: `${site.origin}/api/v1/openapi.json`,
      withServer: { url: `${site.origin}/api/v1` },
      // axios puts brackets after repeated names, whatever the document says.
      axiosConfigDefaults: { paramsSerializer: { indexes: null } },
    });
    const client = await made.init();
    const call = client as unknown as Record<string, (parameters: object) => Promise<{ data: unknown }>>;
    const { data } = await call.searchTherapists!({ state: 'NJ', payer: ['aetna', 'cigna'] });
    const found = data as SearchBody;
    expect(found.query).to.deep.equal({ state: 'NJ', payer: ['aetna', 'cigna'] });
    const slug = found.hits[0]!.therapist.slug;
    const one = (await call.getTherapist!({ slug })).data as TherapistBody;
    expect(one.slug).to.equal(slug);
    expect(one.permissions.map(({ state }) => state)).to.include('NJ');
    expect(one.coverage.some(({ state, payer }) => state === 'NJ' && /aetna|cigna/.test(payer))).to.equal(
      true,
    );
  });

  describe('the OpenAPI 3.1 document', () => {
    it('has only references that resolve and schemas that compile strictly', () => {
      for (const [, ref] of JSON.stringify(api.document).matchAll(/"\$ref":"([^"]+)"/g))
        expect(resolve(api.document, ref!), ref).to.be.an('object');
      const ajv = compileSchemas(api.document);
      for (const name of Object.keys(api.document.components.schemas))
        expect(ajv.compile({ $ref: `api#/$defs/${name}` }), name).to.be.a('function');
    });

    it('has the required parts of such a document', () => {
      const { openapi, paths, servers, components } = api.document;
      expect(openapi).to.match(/^3\.1\.\d+$/);
      expect(servers[0]!.url).to.equal('/api/v1');
      const ids = Object.values(paths).map(({ get }) => get.operationId);
      expect(new Set(ids).size).to.equal(ids.length);
      for (const name of Object.keys({ ...components.schemas, ...components.responses }))
        expect(name).to.match(/^[a-zA-Z0-9._-]+$/);
      for (const [path, { get }] of Object.entries(paths)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const declared = get.parameters.filter((parameter) => parameter.in === 'path');
        expect(declared.map(({ name }) => name)).to.deep.equal(inPath);
        for (const { required } of declared) expect(required).to.equal(true);
        expect(new Set(get.parameters.map(({ name }) => name)).size).to.equal(get.parameters.length);
        expect(Object.keys(get.responses)).to.include.members(['200', '400', '406', '429', '500', '503']);
      }
    });

    it('has only valid values as examples of parameters', () => {
      const ajv = compileSchemas(api.document);
      for (const { get } of Object.values(api.document.paths))
        for (const { name, schema, example } of get.parameters)
          if (example !== undefined) expect(ajv.compile(schema)(example), name).to.equal(true);
    });
  });
});

function resolve(document: OpenApi, ref: string): unknown {
  const steps = ref.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>((part, step) => (part as Record<string, unknown>)?.[step], document);
}
