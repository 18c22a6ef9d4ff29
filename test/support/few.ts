import { type FacetChoice, facetChoices, type ListFacetName } from '../../src/domain/facets.js';
import type { LineId } from '../../src/domain/reference/lines.js';
import type { PayerId } from '../../src/domain/reference/payers.js';
import type { StateCode } from '../../src/domain/reference/states.js';

/* A small corner of the world, so that random listings and random searches meet. */
export const someStates: readonly StateCode[] = ['FL', 'NJ', 'NY', 'WY'];
export const somePayers: readonly PayerId[] = ['aetna', 'cigna', 'florida-blue', 'horizon-bcbsnj'];
export const someLines: readonly LineId[] = ['commercial', 'marketplace', 'medicaid'];
/** Hoboken, Manhattan, Newark, Princeton, Miami, Cheyenne. */
export const someZips: readonly string[] = ['07030', '10001', '07102', '08540', '33101', '82001'];
/** The first choices of a filter, and its last. */
export function someChoices<N extends ListFacetName>(name: N): readonly FacetChoice<N>[] {
  const all = facetChoices(name);
  return all.length <= 4 ? all : [...all.slice(0, 3), all.at(-1)!];
}
