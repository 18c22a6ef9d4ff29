import type { Day } from '../../domain/calendar.js';
import { facets, type NumberFacetName } from '../../domain/facets.js';
import { fold } from '../../domain/text.js';
import { type MilesTo, statesThatHold } from '../joint.js';
import { hashId, ordinaryRank, rotationOf, sortFacets, standingRank } from '../order.js';
import type { SearchQuery } from '../search-index.js';
import { queryWords } from '../words.js';
import type { NearFacts } from './near-facts.js';

export interface Candidate {
  id: string;
  facts: NearFacts;
}

/** With words, what was found is in the server's order already, except by distance; without words, nothing is. */
export function orderNear(
  query: SearchQuery,
  today: Day,
  found: readonly Candidate[],
  milesTo: MilesTo,
): readonly Candidate[] {
  const words = queryWords(query.q).length > 0;
  if (words && query.sort !== 'distance') return found;
  const rotation = rotationOf(today);
  const keyed = found.map((one) => ({
    one,
    chosen: chosenKey(query, one.facts, milesTo),
    rank: words ? 0 : ordinaryRank(standingRank(one.facts), hashId(one.id), rotation),
    id: words ? '' : one.id,
  }));
  return keyed
    .sort((a, b) => compare(a.chosen, b.chosen) || a.rank - b.rank || compare(a.id, b.id))
    .map(({ one }) => one);
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What the chosen order compares, the smallest first. */
function chosenKey(query: SearchQuery, facts: NearFacts, milesTo: MilesTo): number | string {
  switch (query.sort) {
    case 'confirmed':
      return -facts.confirmedOn;
    case 'name':
      return fold(facts.name.toWellFormed());
    case 'distance':
      return closest(facts, query, milesTo);
    case null:
      return 0;
    default:
      return facetKey(sortFacets[query.sort], facts);
  }
}

function facetKey(name: NumberFacetName, { facets: has }: NearFacts): number {
  const value = has[name];
  if (value === null) return Number.POSITIVE_INFINITY;
  return facets[name].kind === 'at most' ? value : -value;
}

function closest(facts: NearFacts, query: SearchQuery, milesTo: MilesTo): number {
  const held = new Set(statesThatHold(facts, query, milesTo));
  return Math.min(
    ...facts.offices.filter((office) => held.has(office.state)).map((office) => milesTo(office.zip)),
  );
}
