import type { Basis, Mode } from '../domain/authority.js';
import type { Day } from '../domain/calendar.js';
import {
  type FacetChoice,
  type FlagFacetName,
  facets,
  type ListFacetName,
  type NumberFacetName,
  numberFacetNames,
} from '../domain/facets.js';
import type { LineId } from '../domain/reference/lines.js';
import type { PayerId } from '../domain/reference/payers.js';
import type { StateCode } from '../domain/reference/states.js';
import type { IndexEntry, TextField } from './entry.js';
import { eachOf, type NumberGroup } from './flat-groups.js';

export { type TextField, textFields } from './entry.js';

export { SearchMisconfigured, SearchUnavailable, type Trouble } from './search-errors.js';

export const sorts = ['fee', 'caseload', 'confirmed', 'name', 'distance'] as const;
export type Sort = (typeof sorts)[number];

/** Hits on one page of results. */
export const PAGE_SIZE = 20;

/** What is chosen in each filter by a fact. A listing that gives no number does not match a limit. */
export type FacetQuery = { readonly [N in ListFacetName]: readonly FacetChoice<N>[] } & {
  readonly [N in FlagFacetName]: boolean;
} & { readonly [N in NumberFacetName]: number | null };

/**
 * A search as everyone asks it: page, API and sheet, under the names of the URL. An empty list, `null`, `false` and '' mean
 * "any". Choices within one list are alternatives; everything else must hold together, `state`, `mode`, `payer`, `line` and
 * `near` of one and the same state (see `matches` in the contract suite).
 */
export interface SearchQuery extends FacetQuery {
  /** Words, already freed of aliases; at most 200 characters. */
  q: string;
  state: StateCode | null;
  payer: readonly PayerId[];
  line: readonly LineId[];
  mode: readonly Mode[];
  /** A ZIP code that exists. */
  near: string | null;
  /** Miles; counts only with `near`. */
  within: number;
  /** Confirmed within this many days. */
  confirmed: number | null;
  sort: Sort | null;
  /** From 1. A page past the end answers no hits, the total and the counts. */
  page: number;
}

/** The filters that take a number. */
export type NumberName = 'within' | NumberGroup;

/** The steps offered, and counted, for the filters that take a number. */
export const numberSteps = {
  within: [10, 25, 50, 100],
  ...eachOf(numberFacetNames, (name) => facets[name].steps),
  confirmed: [30, 60, 90],
} as const satisfies Record<NumberName, readonly number[]>;

/** Why a hit matches, as facts; pages turn them into words. */
export type Reason =
  | { kind: 'authority'; state: StateCode; modes: readonly Mode[]; basis: Basis; type: string }
  | { kind: 'coverage'; state: StateCode; payer: PayerId; lines: readonly LineId[] }
  | { kind: 'office'; zip: string; miles: number }
  | { kind: 'text'; field: TextField };

export interface SearchHit {
  id: string;
  slug: string;
  /** The revision of the record that the index holds. */
  revision: number;
  reasons: Reason[];
  /** Miles from `near` to the closest office in a state where everything asked for holds; `null` without `near`. */
  miles: number | null;
}

/** The counts of the filters by a fact: by choice, of a flag that is set, by step. */
export type FacetCounts = { [N in ListFacetName]: Partial<Record<FacetChoice<N>, number>> } & {
  [N in FlagFacetName]: number;
} & { [N in NumberFacetName]: Record<number, number> };

/** For each choice of each group, how many would be found if this group alone held this one choice. Zero counts may be left out. */
export interface Counts extends FacetCounts {
  state: Partial<Record<StateCode, number>>;
  payer: Partial<Record<PayerId, number>>;
  line: Partial<Record<LineId, number>>;
  mode: Partial<Record<Mode, number>>;
  /** By step, only with `near`. */
  within: Record<number, number>;
  confirmed: Record<number, number>;
}

export interface SearchAnswer {
  /** Exact. */
  total: number;
  hits: SearchHit[];
  counts: Counts;
}

/** Add or replace an entry (`entry`), or take it out (`null`). */
export interface IndexChange {
  id: string;
  entry: IndexEntry | null;
}

export interface SearchIndex {
  search(query: SearchQuery, today: Day): Promise<SearchAnswer>;
  /** Exact totals alone, one for each query. */
  totals(queries: readonly SearchQuery[], today: Day): Promise<number[]>;
  apply(changes: readonly IndexChange[]): Promise<void>;
  /** How many entries it holds. */
  size(): Promise<number>;
  close(): Promise<void>;
}
