import { type Day, dayNumber } from '../../domain/calendar.js';
import {
  facets,
  flagFacetNames,
  listFacetNames,
  type NumberFacetName,
  numberFacetNames,
} from '../../domain/facets.js';
import { type FlatGroup, flatGroups } from '../flat-groups.js';
import type { SearchQuery } from '../search-index.js';
import type { Columns } from './columns.js';
import type { DocIdList } from './doc-id-list.js';
import { layout, maskOf } from './layout.js';

/** What one group lets pass: a number of which one of these bits is set, or one in a range. */
type Test = { column: Int32Array } & ({ mask: number } | { least: number; most: number });

/** The groups in which something is chosen that concerns a listing as a whole. */
export interface Filter {
  active: readonly FlatGroup[];
  tests: readonly Test[];
}

/** Listings that a filter lets pass. */
export interface Partition {
  passing: DocIdList;
  /** Those that one group alone keeps out, in the order of the filter's groups. Empty when they were not asked for. */
  nearMisses: readonly DocIdList[];
}

const MOST = 0x7fffffff;

export function createFilter(query: SearchQuery, columns: Columns, today: Day): Filter {
  const tests: Partial<Record<FlatGroup, Test>> = {};
  const bits = (group: FlatGroup, chosen: (choice: string | number) => boolean): Test => ({
    column: columns.words[layout[group].word]!,
    mask: maskOf(group, chosen),
  });
  for (const group of listFacetNames) {
    const chosen: readonly string[] = query[group];
    if (chosen.length > 0) tests[group] = bits(group, (choice) => chosen.includes(choice as string));
  }
  for (const group of flagFacetNames) if (query[group]) tests[group] = bits(group, () => true);
  for (const group of numberFacetNames) {
    const limit = query[group];
    if (limit !== null) tests[group] = { column: columns.numbers[group], ...rangeOf(group, limit) };
  }
  const { confirmed } = query;
  if (confirmed !== null)
    tests.confirmed = { column: columns.confirmedOn, least: dayNumber(today) - confirmed, most: MOST };
  const active = flatGroups.filter((group) => tests[group] !== undefined);
  return { active, tests: active.map((group) => tests[group]!) };
}

function rangeOf(name: NumberFacetName, limit: number): { least: number; most: number } {
  return facets[name].kind === 'at most' ? { least: 0, most: limit } : { least: limit, most: MOST };
}

/** Whether one listing passes every group. */
export function passesAll({ tests }: Filter, docId: number): boolean {
  for (const test of tests) {
    const value = test.column[docId]!;
    if ('mask' in test ? (value & test.mask) === 0 : value < test.least || value > test.most) return false;
  }
  return true;
}

/** Tests a list by one group after the other; with `withNearMisses`, keeps those that fail one test alone. */
export function partition(candidates: DocIdList, { tests }: Filter, withNearMisses: boolean): Partition {
  let passing = candidates;
  let kept: DocIdList[] = [];
  for (const test of tests) {
    const failing = withNearMisses ? split(passing, test, false) : null;
    kept = kept.map((list) => split(list, test, true));
    if (failing) kept.push(failing);
    passing = split(passing, test, true);
  }
  return { passing, nearMisses: kept };
}

/** Those of a list that pass the test, or those that do not. */
function split(list: DocIdList, test: Test, passes: boolean): DocIdList {
  const items = new Int32Array(list.length);
  return {
    items,
    length: 'mask' in test ? byMask(list, test, passes, items) : byRange(list, test, passes, items),
  };
}

function byMask(
  list: DocIdList,
  { column, mask }: { column: Int32Array; mask: number },
  passes: boolean,
  items: Int32Array,
): number {
  let length = 0;
  for (let at = 0; at < list.length; at++) {
    const docId = list.items[at]!;
    if (((column[docId]! & mask) !== 0) === passes) items[length++] = docId;
  }
  return length;
}

function byRange(
  list: DocIdList,
  { column, least, most }: { column: Int32Array; least: number; most: number },
  passes: boolean,
  items: Int32Array,
): number {
  let length = 0;
  for (let at = 0; at < list.length; at++) {
    const docId = list.items[at]!;
    const value = column[docId]!;
    if ((value >= least && value <= most) === passes) items[length++] = docId;
  }
  return length;
}
