import { type Day, dayNumber } from '../domain/calendar.js';
import type { FlagFacetName, NumberFacetName } from '../domain/facets.js';
import type { Sort } from './search-index.js';

const MS_PER_DAY = 86_400_000;

/** How many turns equals take at the top: one a day, and round again after a week. */
export const ROTATIONS = 7;

/** Which of the {@link ROTATIONS} orders of equals holds on a day. */
export function rotationOf(today: Day): number {
  return dayNumber(today) % ROTATIONS;
}

/** A hash of an id (FNV-1a, 32 bits), from which its rotation keys are made. */
export function hashId(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The place of an id among its equals in one rotation, 0 to 2³² − 1, the smallest first (murmur3's last mixing step). */
export function rotationKey(idHash: number, rotation: number): number {
  let key = (idHash + Math.imul(rotation + 1, 0x9e3779b1)) >>> 0;
  key = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  key = Math.imul(key ^ (key >>> 13), 0xc2b2ae35);
  return (key ^ (key >>> 16)) >>> 0;
}

/** The calendar month of a day number, counted in months from January 1970, at least 0. */
export function monthNumber(day: number): number {
  const date = new Date(day * MS_PER_DAY);
  return Math.max(0, (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth());
}

/** The flag that comes before everything else in the ordinary order. */
export const LEADING_FLAG = 'accepting' satisfies FlagFacetName;

/** The number that each order by a fact compares. The end that a limit asks for comes first; a number that was not given comes last. */
export const sortFacets = { fee: 'max_fee', caseload: 'min_caseload' } as const satisfies Partial<
  Record<Sort, NumberFacetName>
>;

/** What the ordinary order compares, before the rotation. */
export interface Standing {
  facets: { readonly [LEADING_FLAG]: boolean };
  evidence: number;
  /** Day number of the last confirmation. */
  confirmedOn: number;
}

const MONTHS = 2 ** 16;

/**
 * The ordinary order before the rotation as one number below 2²⁰, the smallest first: accepting new patients, more verified
 * answers, a later calendar month of confirmation.
 */
export function standingRank(standing: Standing): number {
  const leading = standing.facets[LEADING_FLAG] ? 0 : 1;
  const month = MONTHS - 1 - Math.min(MONTHS - 1, monthNumber(standing.confirmedOn));
  return (leading * 8 + (7 - standing.evidence)) * MONTHS + month;
}

/** The ordinary order as one number that a double holds exactly (52 bits). Equal numbers are ordered by id. */
export function ordinaryRank(standing: number, idHash: number, rotation: number): number {
  return standing * 2 ** 32 + rotationKey(idHash, rotation);
}
