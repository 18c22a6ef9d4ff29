import { type Day, dayNumber } from '../domain/calendar.js';
import {
  type FacetName,
  facets,
  flagFacetNames,
  listFacetNames,
  type NumberFacetName,
  numberFacetNames,
} from '../domain/facets.js';

/**
 * The filters that concern a listing as a whole; the others (state, payer, line, mode, distance) hold within one state. `confirmed`
 * asks for no fact of the profile: it counts days back from today.
 */
export type FlatGroup = FacetName | 'confirmed';
export type NumberGroup = NumberFacetName | 'confirmed';

export const flatGroups: readonly FlatGroup[] = [
  ...listFacetNames,
  ...flagFacetNames,
  ...numberFacetNames,
  'confirmed',
];

/** An object with one value for each name, in their order. */
export function eachOf<N extends string, T>(names: readonly N[], make: (name: N) => T): Record<N, T> {
  const made = {} as Record<N, T>;
  for (const name of names) made[name] = make(name);
  return made;
}

export const numberGroups: readonly NumberGroup[] = [...numberFacetNames, 'confirmed'];

export const isNumber = (group: FlatGroup): group is NumberGroup =>
  (numberGroups as readonly FlatGroup[]).includes(group);

/** Whether a listing's number is within a limit; of `confirmed` the number is the day number of the confirmation. */
export function isWithin(group: NumberGroup, value: number | null, limit: number, today: Day): boolean {
  if (value === null) return false;
  if (group === 'confirmed') return dayNumber(today) - value <= limit;
  return facets[group].kind === 'at most' ? value <= limit : value >= limit;
}
