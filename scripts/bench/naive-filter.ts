import { dayNumber } from '../../src/domain/calendar.js';
import { flagFacetNames, listFacetNames, numberFacetNames } from '../../src/domain/facets.js';
import type { IndexEntry } from '../../src/search/entry.js';
import { isWithin } from '../../src/search/flat-groups.js';
import { asksCoverage, covers, takesMode } from '../../src/search/joint.js';
import { numberSteps, type SearchQuery } from '../../src/search/search-index.js';
import { BENCH_DAY } from './entries.js';

/*
 * The simplest solution, to compare with: reads every listing and counts every choice of the matches. It is right for state,
 * payer, line, mode, focus and the counts of the bench's searches.
 */

type Test = (entry: IndexEntry) => boolean;
type Counts = Map<string, number>;

const today = dayNumber(BENCH_DAY);

/** The total, and the counts of each group without the filter of that group. */
export function naiveFilter(entries: readonly IndexEntry[], query: SearchQuery, text: Test = () => true) {
  const counts: Counts = new Map();
  const add = (choice: string) => counts.set(choice, (counts.get(choice) ?? 0) + 1);
  let total = 0;
  for (const entry of entries) {
    if (!text(entry)) continue;
    const focused =
      query.focus.length === 0 || entry.facets.focus.some((focus) => query.focus.includes(focus));
    const states = focused ? statesThatAnswer(entry, { ...query, state: null }) : [];
    for (const state of new Set(states)) add(state);
    if (focused) countPayers(entry, query, add);
    if (!statesThatAnswer(entry, query).length) continue;
    for (const focus of entry.facets.focus) add(focus);
    if (!focused) continue;
    total += 1;
    countRest(entry, add);
  }
  return { total, counts };
}

function statesThatAnswer(entry: IndexEntry, query: SearchQuery): string[] {
  return entry.permissions
    .filter(
      ({ state, mode }) =>
        (query.state === null || state === query.state) &&
        takesMode(query.mode, mode) &&
        (!asksCoverage(query) || entry.coverage.some((row) => row.state === state && covers(row, query))),
    )
    .map(({ state }) => state);
}

function countPayers(entry: IndexEntry, query: SearchQuery, add: (choice: string) => void): void {
  const here = entry.coverage.filter((row) => query.state === null || row.state === query.state);
  for (const payer of new Set(
    here.filter((row) => covers(row, { ...query, payer: [] })).map((row) => row.payer),
  ))
    add(payer);
  for (const line of new Set(
    here.filter((row) => covers(row, { ...query, line: [] })).map((row) => row.line),
  ))
    add(line);
}

function countRest(entry: IndexEntry, add: (choice: string) => void): void {
  const { facets: has } = entry;
  for (const name of listFacetNames)
    if (name !== 'focus') for (const choice of new Set<string>(has[name])) add(choice);
  for (const mode of new Set(entry.permissions.map((may) => may.mode))) add(mode);
  for (const name of flagFacetNames) if (has[name]) add(name);
  for (const group of numberFacetNames)
    for (const step of numberSteps[group])
      if (isWithin(group, has[group], step, BENCH_DAY)) add(`${group} ${step}`);
  for (const step of numberSteps.confirmed) if (today - entry.confirmedOn <= step) add(`confirmed ${step}`);
}
