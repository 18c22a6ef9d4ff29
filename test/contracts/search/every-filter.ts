import { expect } from 'chai';
import {
  type FacetName,
  type FacetValues,
  facetNames,
  facets,
  flagFacetNames,
  listFacetNames,
  numberFacetNames,
} from '../../../src/domain/facets.js';
import { eachOf } from '../../../src/search/flat-groups.js';
import type { Counts, SearchQuery } from '../../../src/search/search-index.js';
import { anEntry } from '../../support/an-entry.js';
import { query } from '../../support/naive-search.js';
import { TODAY } from '../../support/therapist-builder.js';
import { type SearchHarness, withIndex, withoutZeros } from './harness.js';

/** A listing that every choice of every filter finds, and one that none does. */
const everything = anEntry('everything', {
  facets: {
    ...eachOf(listFacetNames, (name) => facets[name].ids),
    ...eachOf(flagFacetNames, () => true),
    ...eachOf(numberFacetNames, (name) => mostOf(name)),
  } as unknown as FacetValues,
});
const nothing = anEntry('nothing', { facets: { accepting: false } });

/** The number that is within every step. */
function mostOf(name: (typeof numberFacetNames)[number]): number {
  const { kind, steps } = facets[name];
  return kind === 'at most' ? Math.min(...steps) : Math.max(...steps);
}

const choicesOf: Readonly<Record<FacetName, readonly (string | number | boolean)[]>> = {
  ...eachOf(listFacetNames, (name) => facets[name].ids),
  ...eachOf(flagFacetNames, () => [true]),
  ...eachOf(numberFacetNames, (name) => facets[name].steps),
};

function expectEachOnce(counts: Counts): void {
  const found = withoutZeros(counts);
  for (const name of facetNames) {
    const once = Object.fromEntries(choicesOf[name].map((choice) => [choice, 1]));
    expect(found[name], name).to.deep.equal('true' in once ? 1 : once);
  }
}

/** Each filter of the catalogue by itself: a new one is tested without a line here. */
export function describeEveryFilter(harness: SearchHarness): void {
  it('counts every choice of every filter', async () => {
    await withIndex(harness, [everything, nothing], async (index) => {
      expectEachOnce((await index.search(query(), TODAY)).counts);
    });
  });

  for (const name of facetNames)
    it(`filters by ${name}`, async () => {
      await withIndex(harness, [everything, nothing], async (index) => {
        for (const choice of choicesOf[name]) {
          const value = typeof choice === 'string' ? [choice] : choice;
          const wish: Partial<SearchQuery> = { [name]: value };
          const { hits } = await index.search(query(wish), TODAY);
          expect(
            hits.map(({ id }) => id),
            String(choice),
          ).to.deep.equal(['everything']);
        }
      });
    });

  it('filters by every filter at once near an office', async () => {
    const office = { state: 'NJ', zip: '07102' } as const;
    const permissions = [{ state: 'NJ', mode: 'in-person', basis: 'license', type: 'LCSW' }] as const;
    const [near, far] = [everything, nothing].map((entry) => ({ ...entry, permissions, offices: [office] }));
    const wish = eachOf(facetNames, (name) => {
      const [first] = choicesOf[name];
      return typeof first === 'string' ? [first] : first;
    }) as unknown as Partial<SearchQuery>;
    await withIndex(harness, [near!, far!], async (index) => {
      const { hits, counts } = await index.search(query({ ...wish, near: '07030' }), TODAY);
      expect(hits.map(({ id }) => id)).to.deep.equal(['everything']);
      expectEachOnce(counts);
    });
  });
}
