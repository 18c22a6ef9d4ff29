import { dayNumber } from '../../src/domain/calendar.js';
import {
  type FacetValues,
  flagFacetNames,
  listFacetNames,
  numberFacetNames,
} from '../../src/domain/facets.js';
import type { IndexEntry } from '../../src/search/entry.js';
import { eachOf } from '../../src/search/flat-groups.js';
import type { TextField } from '../../src/search/search-index.js';
import { TODAY } from './therapist-builder.js';

type Wish = Partial<Omit<IndexEntry, 'text' | 'facets'>> & {
  text?: Partial<Record<TextField, string>>;
  facets?: Partial<FacetValues>;
};

const noFacets = {
  ...eachOf(listFacetNames, () => []),
  ...eachOf(flagFacetNames, () => false),
  ...eachOf(numberFacetNames, () => null),
} as FacetValues;

/** An entry that any search without words finds in New Jersey; say only what matters. */
export function anEntry(id: string, wish: Wish = {}): IndexEntry {
  const { text, facets, ...rest } = wish;
  const name = wish.name ?? 'Ana Ruiz';
  return {
    id,
    slug: `slug-${id}`,
    revision: 1,
    name,
    text: { name, practice: '', about: '', ...text },
    permissions: [{ state: 'NJ', mode: 'telehealth', basis: 'license', type: 'LCSW' }],
    coverage: [],
    offices: [],
    facets: { ...noFacets, accepting: true, ...facets },
    evidence: 3,
    confirmedOn: dayNumber(TODAY) - 10,
    ...rest,
  };
}
