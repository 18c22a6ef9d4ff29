import { type FacetName, flagFacetNames, listFacetNames, numberFacetNames } from '../domain/facets.js';
import { eachOf } from './flat-groups.js';
import type { FacetCounts } from './search-index.js';

/** Counts by choice or step; a flag has the choice `1`. */
export type ChoiceCounts = Record<string | number, number>;

/** The counts of every filter by a fact, from what an engine counted for each. */
export function facetCounts(counted: (name: FacetName) => ChoiceCounts): FacetCounts {
  return {
    ...(eachOf(listFacetNames, counted) as Pick<FacetCounts, (typeof listFacetNames)[number]>),
    ...eachOf(flagFacetNames, (name) => counted(name)['1'] ?? 0),
    ...eachOf(numberFacetNames, counted),
  };
}
