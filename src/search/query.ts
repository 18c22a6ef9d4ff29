import type { StateCode } from '../domain/reference/states.js';
import { zipPlace } from '../domain/reference/zip-codes.js';
import {
  DEFAULT_WITHIN,
  emptyQuery,
  type ListName,
  listChoices,
  listFields,
  queryNames,
  type SingleName,
  singleFields,
} from './query-fields.js';
import type { SearchQuery } from './search-index.js';
import { MAX_TEXT } from './words.js';

/** Values of one list that are read; all Blue companies together fit in it. */
export const MAX_VALUES = 60;
const MAX_SHOWN = 40;
const MAX_DROPPED = 20;

/** A parameter that was not understood, shortened for a notice. */
export interface Dropped {
  name: string;
  value: string;
}

export interface ParsedSearch {
  query: SearchQuery;
  /** What was left out, or cut (`q`), in the order given; the first twenty. */
  dropped: Dropped[];
  /** The state of the ZIP code of `near`. */
  zipState?: StateCode;
}

export type Params = URLSearchParams | Readonly<Record<string, string | readonly string[]>>;

/** Reads a search from the parameters of a URL. It never fails: what it does not understand is left out and named. */
export function parseSearch(params: Params): ParsedSearch {
  const dropped: Dropped[] = [];
  const drop = (name: string, value: string) => {
    if (dropped.length < MAX_DROPPED) dropped.push({ name: shorten(name), value: shorten(value) });
  };
  const found: Record<string, unknown> = {};
  for (const [name, values] of grouped(params)) {
    if (name === 'pick') continue;
    if (name === 'q') found.q = readText(values, drop);
    else if (Object.hasOwn(listFields, name)) found[name] = readList(name as ListName, values, drop);
    else if (Object.hasOwn(singleFields, name)) found[name] = readSingle(name as SingleName, values, drop);
    else for (const value of values) drop(name, value);
  }
  const query = { ...emptyQuery, ...withoutUndefined(found) };
  if (query.near === null) {
    query.within = DEFAULT_WITHIN;
    if (query.sort === 'distance') {
      drop('sort', 'distance');
      query.sort = null;
    }
  }
  const place = query.near === null ? null : zipPlace(query.near);
  return { query, dropped, ...(place && { zipState: place.state }) };
}

/** The parameters of a search in their one order, defaults left out, so that one search has one URL. */
export function searchParams(query: SearchQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of queryNames) {
    if (name === 'within' && query.near === null) continue;
    const value = query[name];
    if (Array.isArray(value)) for (const one of value) params.append(name, one);
    else if (value !== emptyQuery[name]) params.append(name, value === true ? '1' : String(value));
  }
  return params;
}

type Drop = (name: string, value: string) => void;

/** The non-empty values of each name. A form sends an empty value for what was left open: it says nothing. */
function grouped(params: Params): Map<string, string[]> {
  const pairs: Iterable<[string, unknown]> =
    params instanceof URLSearchParams ? params : Object.entries(params);
  const byName = new Map<string, string[]>();
  for (const [name, given] of pairs) {
    const values = (Array.isArray(given) ? given : [given])
      .filter((value) => typeof value === 'string')
      .map((value) => value.toWellFormed().trim());
    const known = byName.get(name) ?? [];
    known.push(...values.filter((value) => value !== ''));
    byName.set(name, known);
  }
  return byName;
}

function readText(values: readonly string[], drop: Drop): string {
  const text = values.join(' ').replace(/\s+/g, ' ');
  if (text.length <= MAX_TEXT) return text;
  drop('q', text);
  return text
    .slice(0, MAX_TEXT)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

/** The valid values, each once, in the order of the choices. */
function readList(name: ListName, values: readonly string[], drop: Drop): string[] {
  const chosen = new Set<string>();
  values.forEach((value, index) => {
    const read = index < MAX_VALUES ? listFields[name].safeParse(value) : null;
    if (read?.success) chosen.add(read.data);
    else drop(name, value);
  });
  return listChoices[name].filter((choice) => chosen.has(choice));
}

/** The first valid value; further ones are dropped. */
function readSingle(name: SingleName, values: readonly string[], drop: Drop): unknown {
  let found: unknown;
  for (const value of values) {
    const read = singleFields[name].safeParse(value);
    if (read.success && found === undefined) found = read.data;
    else if (!read.success || read.data !== found) drop(name, value);
  }
  return found;
}

function withoutUndefined(found: Record<string, unknown>): Partial<SearchQuery> {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function shorten(text: string): string {
  return text.toWellFormed().slice(0, MAX_SHOWN).toWellFormed();
}
