import { type FacetName, flagFacetNames, listFacetNames, numberFacetNames } from '../domain/facets.js';
import type { FacetCounts } from './search-index.js';

/** Counts by choice or step; a flag has the choice `1`. */
export type ChoiceCounts = Record<string | number, number>;

/** The counts of every filter by a fact, from what an engine counted for each. */
export function facetCounts(counted: (name: FacetName) => ChoiceCounts): FacetCounts {
  const counts: Record<string, ChoiceCounts | number> = {};
  for (const name of listFacetNames) counts[name] = counted(name);
  for (const name of flagFacetNames) counts[name] = counted(name)['1'] ?? 0;
  for (const name of numberFacetNames) counts[name] = counted(name);
  return counts as unknown as FacetCounts;
}
