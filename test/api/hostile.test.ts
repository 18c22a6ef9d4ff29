import { expect } from 'chai';
import fc from 'fast-check';
import { queryNames } from '../../src/search/query-fields.js';
import { type ApiCheck, apiCheck } from '../support/api-schema.js';
import { runs } from '../support/runs.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<string>(...queryNames, 'cursor', 'limit', 'pick') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'state[]', 'state[$ne]', 'a.b.c', ''),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    'NJ',
    'nj',
    'aetna',
    '1',
    '0',
    '-1',
    '1e9',
    '07102',
    '00000',
    '',
    ' ',
    '\u0000',
    '%00',
    '{}',
    '[]',
  ),
  fc.constantFrom("' OR 1=1 --", '{"$gt":""}', '../../etc/passwd', '<script>', '\ud800', 'cGF5ZXJzIHg'),
  fc.integer().map(String),
);
const pairs = fc.array(fc.tuple(name, value), { maxLength: 12 });
const path = fc.constantFrom(
  '/therapists',
  '/therapists/ana',
  '/payers',
  '/states',
  '/questions',
  '/openapi.json',
);

describe('a hostile API request', () => {
  let site: Site;
  let api: ApiCheck;
  before(async () => {
    site = await openSite({ therapists: [aTherapist({ slug: 'ana' })] });
    api = await apiCheck(site);
  });
  after(() => site.close());

  it('is answered, or refused with a problem that names the parameters, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(path, pairs, async (resource, given) => {
        const query = given
          .map(
            ([key, text]) =>
              `${encodeURIComponent(key.toWellFormed())}=${encodeURIComponent(text.toWellFormed())}`,
          )
          .join('&');
        const asked = `/api/v1${resource}?${query}`;
        if (asked.length > 4000) return;
        if (resource === '/openapi.json' && query === '') return;
        const { status, body } = await api.ask<{ errors?: { parameter: string }[] }>(asked);
        expect(status).to.be.oneOf([200, 400]);
        if (status !== 400) return;
        const names = new Set(given.map(([key]) => key.toWellFormed().slice(0, 40).toWellFormed()));
        expect(body.errors).not.to.have.lengthOf(0);
        for (const { parameter } of body.errors!) expect([...names]).to.include(parameter);
      }),
      { numRuns: runs(100, 1000) },
    );
  });

  it('is answered or not found, for any path and any raw query string', async () => {
    const raw = fc
      .string({ unit: 'binary-ascii', maxLength: 80 })
      .map((text) => text.replace(/[^\x21-\x7e]|[#\\]/g, ''));
    await fc.assert(
      fc.asyncProperty(raw, raw, async (end, query) => {
        const asked = `/api/v1/${end.replaceAll('?', '')}?${query}`;
        // Clients fold away `..`, which leads out of the API.
        fc.pre(new URL(asked, site.origin).pathname.startsWith('/api/v1/'));
        const answer = await site.get(asked);
        expect(answer.status).to.be.oneOf([200, 400, 404]);
        if (answer.status !== 200) expect(JSON.parse(answer.body).status).to.equal(answer.status);
      }),
      { numRuns: runs(100, 1000) },
    );
  });
});
