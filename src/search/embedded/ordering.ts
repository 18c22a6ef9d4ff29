import { facets, type NumberFacetName } from '../../domain/facets.js';
import { sortFacets } from '../order.js';
import type { SearchQuery } from '../search-index.js';
import type { Columns } from './columns.js';
import type { Documents } from './documents.js';
import type { Compare } from './select.js';
import type { TextHits } from './text-search.js';

export interface Ordering {
  compare: Compare;
  /** What is compared first, by document id, the smallest first, where it is one column. */
  first: ArrayLike<number> | null;
}

/** The order of a search: as chosen, then by text, then the ordinary order, then id. `miles` are by document id, with `near` only. */
export function ordering(
  query: SearchQuery,
  documents: Documents,
  text: TextHits | null,
  miles: Float64Array | null,
): Ordering {
  const { ids } = documents;
  const { rank } = documents.columns;
  const ordinary: Compare = (a, b) => rank[a]! - rank[b]! || (ids[a]! < ids[b]! ? -1 : 1);
  const score = text?.score;
  const usual: Compare = score ? (a, b) => score[a]! - score[b]! || ordinary(a, b) : ordinary;
  const chosen = chosenOrder(query, documents, miles);
  if (!chosen) return { compare: usual, first: score ?? rank };
  return { compare: (a, b) => chosen(a, b) || usual(a, b), first: null };
}

function chosenOrder(query: SearchQuery, documents: Documents, miles: Float64Array | null): Compare | null {
  const { columns, names } = documents;
  switch (query.sort) {
    case 'confirmed':
      return (a, b) => columns.confirmedOn[b]! - columns.confirmedOn[a]!;
    case 'name':
      return (a, b) => (names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : 0);
    case 'distance':
      return miles && ((a, b) => miles[a]! - miles[b]!);
    case null:
      return null;
    default:
      return facetOrder(sortFacets[query.sort], columns);
  }
}

function facetOrder(name: NumberFacetName, { numbers }: Columns): Compare {
  const column = numbers[name];
  return facets[name].kind === 'at most'
    ? (a, b) => column[a]! - column[b]!
    : (a, b) => column[b]! - column[a]!;
}
