import type { Mode } from '../domain/authority.js';
import type { StateCode } from '../domain/reference/states.js';
import { milesBetween, zipPlace } from '../domain/reference/zip-codes.js';
import type { IndexEntry } from './entry.js';
import type { SearchQuery } from './search-index.js';

/** What of an entry must hold together in one and the same state. */
export type JointFacts = Pick<IndexEntry, 'permissions' | 'coverage' | 'offices'>;

/** Miles from the ZIP code searched near to another; infinitely many when the other has no known place. */
export type MilesTo = (zip: string) => number;

/** Measures from a ZIP code; without one, or from one that does not exist, everything is infinitely far. */
export function milesFrom(near: string | null): MilesTo {
  const from = near === null ? null : zipPlace(near);
  return (zip) => {
    const to = from && zipPlace(zip);
    return from && to ? milesBetween(from, to) : Number.POSITIVE_INFINITY;
  };
}

type JointQuery = Pick<SearchQuery, 'state' | 'mode' | 'payer' | 'line' | 'near' | 'within'>;

/** The states in which state, mode, payer, line and distance of a search hold together; each once, as first permitted. */
export function statesThatHold(facts: JointFacts, query: JointQuery, milesTo: MilesTo): StateCode[] {
  const { state, mode, near } = query;
  const mayTreat = facts.permissions
    .filter((may) => (state === null || may.state === state) && takesMode(mode, may.mode))
    .map((may) => may.state);
  return [...new Set(mayTreat)].filter(
    (candidate) =>
      (!asksCoverage(query) || facts.coverage.some((row) => row.state === candidate && covers(row, query))) &&
      (near === null ||
        facts.offices.some((office) => office.state === candidate && milesTo(office.zip) <= query.within)),
  );
}

export function takesMode(modes: readonly Mode[], mode: Mode): boolean {
  return modes.length === 0 || modes.includes(mode);
}

export function asksCoverage(query: Pick<SearchQuery, 'payer' | 'line'>): boolean {
  return query.payer.length > 0 || query.line.length > 0;
}

/** Whether a row of coverage is of a chosen payer (any, when none is) and a chosen line. */
export function covers(
  row: IndexEntry['coverage'][number],
  query: Pick<SearchQuery, 'payer' | 'line'>,
): boolean {
  return (
    (query.payer.length === 0 || query.payer.includes(row.payer)) &&
    (query.line.length === 0 || query.line.includes(row.line))
  );
}
