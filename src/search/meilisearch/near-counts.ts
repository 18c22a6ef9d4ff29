import { modes } from '../../domain/authority.js';
import type { Day } from '../../domain/calendar.js';
import { flagFacetNames, listFacetNames } from '../../domain/facets.js';
import { facetCounts } from '../facet-counts.js';
import { type FlatGroup, isWithin, type NumberGroup, numberGroups } from '../flat-groups.js';
import { covers, type MilesTo, statesThatHold } from '../joint.js';
import { type Counts, numberSteps, type SearchQuery } from '../search-index.js';
import type { NearFacts } from './near-facts.js';

/** What a chosen group asks of a listing as a whole. */
export interface FlatTest {
  group: FlatGroup;
  passes(facts: NearFacts): boolean;
}

export function flatTests(query: SearchQuery, today: Day): FlatTest[] {
  const tests: FlatTest[] = [];
  for (const group of listFacetNames) {
    const chosen: readonly string[] = query[group];
    if (chosen.length > 0)
      tests.push({ group, passes: ({ facets }) => facets[group].some((value) => chosen.includes(value)) });
  }
  for (const group of flagFacetNames)
    if (query[group]) tests.push({ group, passes: ({ facets }) => facets[group] });
  for (const group of numberGroups) {
    const limit = query[group];
    if (limit !== null)
      tests.push({ group, passes: (facts) => isWithin(group, numberOf(facts, group), limit, today) });
  }
  return tests;
}

const numberOf = (facts: NearFacts, group: NumberGroup) =>
  group === 'confirmed' ? facts.confirmedOn : facts.facets[group];

/** The counts of a search with `near`, over everything near enough to be counted. */
export function countNear(
  query: SearchQuery,
  today: Day,
  near: readonly NearFacts[],
  milesTo: MilesTo,
): Counts {
  const counts = emptyCounts();
  const tests = flatTests(query, today);
  for (const facts of near) {
    const failed = tests.filter((test) => !test.passes(facts));
    if (failed.length > 1) continue;
    const only = failed[0]?.group ?? null;
    if (only === null) countJoint(counts, facts, query, milesTo);
    if (statesThatHold(facts, query, milesTo).length > 0) countFlat(counts, facts, only, today);
  }
  return counts;
}

/** A listing that one group keeps out counts for the choices of that group alone. */
function countFlat(counts: Counts, facts: NearFacts, only: FlatGroup | null, today: Day): void {
  const open = (group: FlatGroup) => only === null || only === group;
  for (const group of listFacetNames)
    if (open(group)) for (const value of new Set<string>(facts.facets[group])) addOne(counts[group], value);
  for (const group of flagFacetNames) if (open(group) && facts.facets[group]) counts[group] += 1;
  for (const group of numberGroups) {
    if (!open(group)) continue;
    const value = numberOf(facts, group);
    for (const step of numberSteps[group])
      if (isWithin(group, value, step, today)) addOne(counts[group], String(step));
  }
}

/** Each of state, payer, line, mode and distance as if it alone were open, all others holding in one state. */
function countJoint(counts: Counts, facts: NearFacts, query: SearchQuery, milesTo: MilesTo): void {
  const held = (changed: Partial<SearchQuery>) => statesThatHold(facts, { ...query, ...changed }, milesTo);
  for (const state of held({ state: null })) addOne(counts.state, state);
  const open = new Set(held({ payer: [], line: [] }));
  const rows = facts.coverage.filter((row) => open.has(row.state));
  const payers = rows.filter((row) => covers(row, { payer: [], line: query.line })).map((row) => row.payer);
  for (const payer of new Set(payers)) addOne(counts.payer, payer);
  const lines = rows.filter((row) => covers(row, { payer: query.payer, line: [] })).map((row) => row.line);
  for (const line of new Set(lines)) addOne(counts.line, line);
  for (const mode of modes) if (held({ mode: [mode] }).length > 0) addOne(counts.mode, mode);
  for (const within of numberSteps.within)
    if (held({ within }).length > 0) addOne(counts.within, String(within));
}

function addOne(group: Partial<Record<string, number>>, choice: string): void {
  group[choice] = (group[choice] ?? 0) + 1;
}

function emptyCounts(): Counts {
  return {
    ...facetCounts(() => ({})),
    ...{ state: {}, payer: {}, line: {}, mode: {}, within: {}, confirmed: {} },
  };
}
