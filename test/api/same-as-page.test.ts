import { expect } from 'chai';
import fc from 'fast-check';
import type { SearchBody } from '../../src/api/schemas/search.js';
import { flagFacetNames } from '../../src/domain/facets.js';
import { searchParams } from '../../src/search/query.js';
import type { SearchQuery } from '../../src/search/search-index.js';
import { arbitraryQuery } from '../support/arbitrary-query.js';
import { runs } from '../support/runs.js';
import { openSite, type Seen, type Site } from '../support/site.js';

/** What the page offers in each group: choice and count. */
function countsShown(page: Seen): Record<string, Record<string, number>> {
  const groups: Record<string, Record<string, number>> = {};
  const keep = (name: string, value: string, words: string) => {
    const figure = /([\d,]+)\)?\s*$/.exec(words)?.[1];
    if (value !== '' && figure !== undefined)
      groups[name] = { ...groups[name], [value]: Number(figure.replaceAll(',', '')) };
  };
  page.$('select[name] option').each((_, element) => {
    const words = page.$(element).text();
    if (/\([\d,]+\)$/.test(words))
      keep(page.$(element).closest('select').attr('name')!, page.$(element).attr('value') ?? '', words);
  });
  page.$('input[type=checkbox][name]').each((_, element) => {
    const label = page.$(element).closest('label').find('.n').text();
    keep(page.$(element).attr('name')!, page.$(element).attr('value') ?? '', label);
  });
  return groups;
}

function expectSame(page: Seen, body: SearchBody): void {
  expect(Number(/^[\d,]+/.exec(page.text('#found'))?.[0]?.replaceAll(',', ''))).to.equal(body.total);
  const slugs = page
    .$('.card h2 a')
    .toArray()
    .map((link) => page.$(link).attr('href')!.split('/').at(-1));
  expect(body.hits.map(({ therapist }) => therapist.slug)).to.deep.equal(slugs);
  const why = page
    .$('.card')
    .toArray()
    .map((card) =>
      page
        .$(card)
        .find('.why li')
        .toArray()
        .map((line) => page.$(line).text()),
    );
  expect(body.hits.map((hit) => hit.why)).to.deep.equal(why);
  const shown = countsShown(page);
  for (const [name, choices] of Object.entries(shown))
    for (const [value, count] of Object.entries(choices)) {
      const group = body.counts[name as keyof SearchBody['counts']];
      const told = (flagFacetNames as readonly string[]).includes(name)
        ? group
        : (group as Record<string, number>)[value];
      expect(told, `${name}=${value}`).to.equal(count);
    }
  // The page leaves out choices that find nothing; a choice that finds a listing is on both.
  for (const name of ['state', 'payer', 'scope', 'mode', 'focus', 'line', 'program', 'language'] as const)
    for (const [value, count] of Object.entries(body.counts[name]))
      if (count > 0 && !(name === 'payer' && body.query.payer !== undefined))
        expect(shown[name]?.[value], `${name}=${value}`).to.equal(count);
}

describe('an API search', () => {
  let site: Site;
  before(async () => {
    site = await openSite({ settings: { DEMO: '1' } });
  });
  after(() => site.close());

  async function both(query: string): Promise<[Seen, SearchBody]> {
    let page = await site.get(`/therapists?${query}`);
    if (page.status === 302) page = await site.get(page.headers.get('location')!);
    const answer = await site.get(`/api/v1/therapists?${query}`);
    expect(answer.status, query).to.equal(200);
    return [page, JSON.parse(answer.body) as SearchBody];
  }

  it('finds, counts and explains the same as the page, for any query', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryQuery({ text: true }), async (query: SearchQuery) => {
        expectSame(...(await both(searchParams({ ...query, page: 1 }).toString())));
      }),
      { numRuns: runs(20, 150) },
    );
  });

  it('turns words into filters as the page does', async () => {
    for (const words of ['aetna nj', 'bcbs nj', 'ptsd 07102', 'medicaid in Florida']) {
      const [page, body] = await both(`q=${encodeURIComponent(words)}`);
      expectSame(page, body);
      expect(body.query.state ?? body.query.near, words).to.be.a('string');
    }
  });

  it('reports the cost of each filter when there are few hits, as the page does', async () => {
    const [page, body] = await both('state=WY&max_fee=150&focus=ptsd');
    expect(body.alternatives).not.to.have.lengthOf(0);
    const totals = page.texts('.results .note li a').map((words) => Number.parseInt(words, 10));
    expect(body.alternatives.map(({ total }) => total)).to.deep.equal(totals);
    for (const { href, total } of body.alternatives)
      expect(JSON.parse((await site.get(href)).body).total).to.equal(total);
  });
});
