import type { MultiSearchQuery } from 'meilisearch';
import { facets, type NumberFacetName } from '../../domain/facets.js';
import { eachOf, type FlatGroup } from '../flat-groups.js';
import { sortFacets } from '../order.js';
import { PAGE_SIZE, type SearchQuery, type Sort, textFields } from '../search-index.js';
import { queryWords } from '../words.js';
import { attributeOf } from './attributes.js';
import { flatClauses, isIn, jointClause } from './filters.js';
import { ordinaryOrder } from './settings.js';
import { askedText } from './tokens.js';
import { areasWithin } from './zip-areas.js';

/** One search of a multi-search, without the index it goes to. */
export type Part = Omit<MultiSearchQuery, 'indexUid'>;

const NO_HITS = { page: 1, hitsPerPage: 0 };

const NEAR_FIELDS = ['id', 'near'] as const;

/** More than there will ever be near anything. */
const MOST_NEAR = 1_000_000;

/** Only the total of a search (and the values of the attributes to be counted), with the choices of one group left out of it. */
export function countPart(
  query: SearchQuery,
  today: string,
  counted: readonly string[] = [],
  without: FlatGroup | null = null,
): Part {
  const clauses = [...flatClauses(query, today)].filter(([group]) => group !== without);
  return {
    ...textPart(query),
    filter: [jointClause(query), ...clauses.map(([, clause]) => clause)],
    facets: [...counted],
    ...NO_HITS,
  };
}

/** A page of hits of a search without `near`, in order. */
export function hitPart(query: SearchQuery, today: string, counted: readonly string[] = []): Part {
  return {
    ...countPart(query, today, counted),
    sort: orderOf(query, today),
    page: query.page,
    hitsPerPage: PAGE_SIZE,
    attributesToRetrieve: hitFields(query),
  };
}

/** All that might be found or counted near a ZIP code, whatever else was chosen, in the order of a search with words. */
export function nearPart(query: SearchQuery, today: string, miles: number): Part {
  return {
    ...textPart(query),
    filter: nearFilter(query, miles),
    sort: orderOf(query, today),
    page: 1,
    hitsPerPage: MOST_NEAR,
    attributesToRetrieve: [...NEAR_FIELDS],
  };
}

/** The same without words, in no order. Documents leave the server five times as fast as hits do. */
export function nearDocuments(query: SearchQuery, miles: number) {
  return { filter: nearFilter(query, miles), limit: MOST_NEAR, fields: [...NEAR_FIELDS] };
}

/** Those with an office in a mail area that is, in part, within the distance. */
function nearFilter(query: SearchQuery, miles: number): string[] {
  return [isIn('zip3', areasWithin(query.near!, miles))];
}

/** The hits with these ids, in no order. */
export function idPart(query: SearchQuery, ids: readonly string[]): Part {
  return {
    ...NO_HITS,
    q: '',
    filter: [isIn('id', ids)],
    hitsPerPage: ids.length,
    attributesToRetrieve: hitFields(query),
  };
}

function textPart(query: SearchQuery): Part {
  return { q: askedText(query.q), matchingStrategy: 'all' };
}

/** The words of a listing leave the server only where they are needed, to say in which field one was found. */
function hitFields(query: SearchQuery): string[] {
  const text = queryWords(query.q).length > 0 ? textFields : [];
  return ['id', 'slug', 'revision', 'facts', ...text];
}

const byFacet = (name: NumberFacetName) => [`${name}:${facets[name].kind === 'at most' ? 'asc' : 'desc'}`];

const chosenOrder: Readonly<Record<Sort, readonly string[]>> = {
  ...eachOf(Object.keys(sortFacets) as (keyof typeof sortFacets)[], (sort) => byFacet(sortFacets[sort])),
  confirmed: [`${attributeOf('confirmed')}:desc`],
  name: ['sortName:asc'],
  distance: [],
};

/**
 * Without words the whole order is given by name, so that it is the order of the day even before the ranking rules are updated. With words
 * the ranking rules order what the chosen order leaves equal, because mistakes and fields come first.
 */
function orderOf(query: SearchQuery, today: string): string[] {
  const chosen = query.sort === null ? [] : chosenOrder[query.sort];
  return queryWords(query.q).length > 0 ? [...chosen] : [...chosen, ...ordinaryOrder(today)];
}
