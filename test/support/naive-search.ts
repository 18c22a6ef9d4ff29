import { type Day, dayNumber } from '../../src/domain/calendar.js';
import {
  facets,
  flagFacetNames,
  listFacetNames,
  type NumberFacetName,
  numberFacetNames,
} from '../../src/domain/facets.js';
import { type StateCode, stateCodes } from '../../src/domain/reference/states.js';
import { milesBetween, zipPlace } from '../../src/domain/reference/zip-codes.js';
import { fold } from '../../src/domain/text.js';
import type { IndexEntry } from '../../src/search/entry.js';
import { hashId, monthNumber, rotationKey, rotationOf } from '../../src/search/order.js';
import { emptyQuery, listChoices } from '../../src/search/query-fields.js';
import { explain } from '../../src/search/reasons.js';
import { numberSteps, PAGE_SIZE, type SearchQuery } from '../../src/search/search-index.js';
import { naiveText, type TextFound } from './naive-text.js';

/** The result of a search by the rules, simple and slow: every engine is compared with it. */
export function naiveSearch(entries: readonly IndexEntry[], query: SearchQuery, today: Day) {
  const answering = entries
    .map((entry) => ({ entry, text: naiveText(entry, query.q) }))
    .filter((one): one is Candidate => one.text !== null);
  const total = (changed: Partial<SearchQuery>) =>
    answering.filter(({ entry }) => matches(entry, { ...query, ...changed }, today)).length;
  const found = answering
    .filter(({ entry }) => matches(entry, query, today))
    .sort((a, b) => compareKeys(sortKey(a, query, today), sortKey(b, query, today)));
  return {
    total: found.length,
    hits: found.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE).map(({ entry, text }) => ({
      id: entry.id,
      slug: entry.slug,
      revision: entry.revision,
      ...explain(entry, query, (zip) => miles(query.near, zip), text.field),
    })),
    counts: naiveCounts(query, total),
  };
}

interface Candidate {
  entry: IndexEntry;
  text: TextFound;
}

/** Whether a listing is found, words apart. */
export function matches(entry: IndexEntry, query: SearchQuery, today: Day): boolean {
  const any = (chosen: readonly string[], has: readonly string[]) =>
    chosen.length === 0 || has.some((one) => chosen.includes(one));
  return (
    stateCodes.some((state) => holdsIn(state, entry, query)) &&
    listFacetNames.every((name) => any(query[name], entry.facets[name])) &&
    flagFacetNames.every((name) => !query[name] || entry.facets[name]) &&
    numberFacetNames.every((name) => query[name] === null || isWithin(name, entry, query[name])) &&
    (query.confirmed === null || dayNumber(today) - entry.confirmedOn <= query.confirmed)
  );
}

function isWithin(name: NumberFacetName, entry: IndexEntry, limit: number): boolean {
  const value = entry.facets[name];
  if (value === null) return false;
  return facets[name].kind === 'at most' ? value <= limit : value >= limit;
}

function holdsIn(state: StateCode, entry: IndexEntry, query: SearchQuery): boolean {
  const { payer, line, mode, near } = query;
  const any = (chosen: readonly string[], has: string) => chosen.length === 0 || chosen.includes(has);
  return (
    (query.state === null || query.state === state) &&
    entry.permissions.some((may) => may.state === state && any(mode, may.mode)) &&
    (payer.length + line.length === 0 ||
      entry.coverage.some((row) => row.state === state && any(payer, row.payer) && any(line, row.line))) &&
    (near === null || closest(entry, query, [state]) <= query.within)
  );
}

function miles(near: string | null, zip: string): number {
  const [from, to] = [near === null ? null : zipPlace(near), zipPlace(zip)];
  return from && to ? milesBetween(from, to) : Number.POSITIVE_INFINITY;
}

function closest(entry: IndexEntry, query: SearchQuery, states: readonly StateCode[]): number {
  const there = entry.offices.filter((office) => states.includes(office.state));
  return Math.min(...there.map((office) => miles(query.near, office.zip)));
}

function naiveCounts(query: SearchQuery, total: (changed: Partial<SearchQuery>) => number) {
  const each = (name: string, choices: readonly (string | number)[], value: (choice: never) => unknown) =>
    Object.fromEntries(choices.map((choice) => [choice, total({ [name]: value(choice as never) })]));
  const list = (name: keyof typeof listChoices) => each(name, listChoices[name], (choice) => [choice]);
  const number = (name: keyof typeof numberSteps) => each(name, numberSteps[name], (step) => step);
  return {
    state: each('state', stateCodes, (state) => state),
    ...Object.fromEntries(Object.keys(listChoices).map((name) => [name, list(name as never)])),
    ...Object.fromEntries(flagFacetNames.map((name) => [name, total({ [name]: true })])),
    ...Object.fromEntries(numberFacetNames.map((name) => [name, number(name)])),
    within: query.near === null ? {} : number('within'),
    confirmed: number('confirmed'),
  };
}

type Key = readonly (number | string)[];

/** The sort keys, in order, smallest first. */
function sortKey({ entry, text }: Candidate, query: SearchQuery, today: Day): Key {
  const states = stateCodes.filter((state) => holdsIn(state, entry, query));
  const chosen = {
    fee: entry.facets.max_fee ?? Number.POSITIVE_INFINITY,
    caseload: -(entry.facets.min_caseload ?? Number.NEGATIVE_INFINITY),
    confirmed: -entry.confirmedOn,
    name: fold(entry.name),
    distance: query.near === null ? 0 : closest(entry, query, states),
  };
  return [
    query.sort === null ? 0 : chosen[query.sort],
    text.typos,
    text.fields,
    entry.facets.accepting ? 0 : 1,
    -entry.evidence,
    -monthNumber(entry.confirmedOn),
    rotationKey(hashId(entry.id), rotationOf(today)),
    entry.id,
  ];
}

function compareKeys(a: Key, b: Key): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

/** What any search asks, with the words of others. */
export function query(wish: Partial<SearchQuery> = {}): SearchQuery {
  return { ...emptyQuery, ...wish };
}
