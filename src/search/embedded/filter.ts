import { type Day, dayNumber } from '../../domain/calendar.js';
import type { SearchQuery } from '../search-index.js';
import type { Columns } from './columns.js';
import { type FlatGroup, flatGroups, layout, maskOf } from './layout.js';

/** Every chosen group that concerns a listing as a whole lets it pass. */
export const PASSES = -1;
/** Two groups or more stand in the way: no count is concerned. */
export const FAILS = -2;

export interface Filter {
  /** The groups in which something is chosen. */
  active: FlatGroup[];
  /** {@link PASSES}, {@link FAILS}, or the place in `active` of the one group that stands in the way. */
  test(slot: number): number;
}

type Test = (slot: number) => boolean;

const lists = ['scope', 'presence', 'place', 'programme', 'focus', 'language'] as const;
const flags = ['accepting', 'own_therapist', 'integration72h'] as const;

export function createFilter(query: SearchQuery, columns: Columns, today: Day): Filter {
  const tests: Partial<Record<FlatGroup, Test>> = {};
  const bits = (group: FlatGroup, chosen: (choice: string | number) => boolean): Test => {
    const column = columns.words[layout[group].word]!;
    const mask = maskOf(group, chosen);
    return (slot) => (column[slot]! & mask) !== 0;
  };
  for (const group of lists) {
    const chosen: readonly string[] = query[group];
    if (chosen.length > 0) tests[group] = bits(group, (choice) => chosen.includes(choice as string));
  }
  for (const group of flags) if (query[group]) tests[group] = bits(group, () => true);
  Object.assign(tests, numberTests(query, columns, today));
  const active = flatGroups.filter((group) => tests[group] !== undefined);
  return { active, test: all(active.map((group) => tests[group]!)) };
}

function numberTests(query: SearchQuery, columns: Columns, today: Day): Partial<Record<FlatGroup, Test>> {
  const { max_fee: fee, min_caseload: least, confirmed } = query;
  const tests: Partial<Record<FlatGroup, Test>> = {};
  if (fee !== null) tests.max_fee = (slot) => columns.fee[slot]! <= fee;
  if (least !== null) tests.min_caseload = (slot) => columns.caseload[slot]! >= least;
  const since = dayNumber(today) - (confirmed ?? 0);
  if (confirmed !== null) tests.confirmed = (slot) => columns.confirmedOn[slot]! >= since;
  return tests;
}

function all(tests: readonly Test[]): (slot: number) => number {
  return (slot) => {
    let failed = PASSES;
    for (let at = 0; at < tests.length; at++) {
      if (tests[at]!(slot)) continue;
      if (failed !== PASSES) return FAILS;
      failed = at;
    }
    return failed;
  };
}
