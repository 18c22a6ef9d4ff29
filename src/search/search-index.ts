import type { Basis, Mode } from '../domain/authority.js';
import type { Day } from '../domain/calendar.js';
import type { DosePlace, Presence, Scope } from '../domain/questions.js';
import type { FocusId } from '../domain/reference/focuses.js';
import type { LanguageId } from '../domain/reference/languages.js';
import type { LineId } from '../domain/reference/lines.js';
import type { PayerId } from '../domain/reference/payers.js';
import type { ProgramId } from '../domain/reference/programs.js';
import type { StateCode } from '../domain/reference/states.js';
import type { IndexEntry, TextField } from './entry.js';

export { type TextField, textFields } from './entry.js';

export { SearchMisconfigured, SearchUnavailable, type Trouble } from './search-errors.js';

export const sorts = ['fee', 'caseload', 'confirmed', 'name', 'distance'] as const;
export type Sort = (typeof sorts)[number];

/** Hits on one page of results. */
export const PAGE_SIZE = 20;

/**
 * A search as everyone asks it: page, API and sheet, under the names of the URL. An empty list, `null`, `false` and '' mean
 * "any". Choices within one list are alternatives; everything else must hold together, `state`, `mode`, `payer`, `line` and
 * `near` of one and the same state (see `matches` in the contract suite).
 */
export interface SearchQuery {
  /** Words, already freed of aliases; at most 200 characters. */
  q: string;
  state: StateCode | null;
  payer: readonly PayerId[];
  line: readonly LineId[];
  scope: readonly Scope[];
  presence: readonly Presence[];
  place: readonly DosePlace[];
  program: readonly ProgramId[];
  focus: readonly FocusId[];
  mode: readonly Mode[];
  /** A ZIP code that exists. */
  near: string | null;
  /** Miles; counts only with `near`. */
  within: number;
  accepting: boolean;
  own_therapist: boolean;
  integration72h: boolean;
  /** Dollars an hour at most; listings without a fee do not match. */
  max_fee: number | null;
  language: readonly LanguageId[];
  min_caseload: number | null;
  /** Confirmed within this many days. */
  confirmed: number | null;
  sort: Sort | null;
  /** From 1. A page past the end answers no hits, the total and the counts. */
  page: number;
}

/** The steps offered, and counted, for the filters that take a number. */
export const numberSteps = {
  within: [10, 25, 50, 100],
  max_fee: [150, 200, 250, 300, 400],
  min_caseload: [5, 10, 25, 50],
  confirmed: [30, 60, 90],
} as const;

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

/** For each choice of each group, how many would be found if this group alone held this one choice. Zero counts may be left out. */
export interface Counts {
  state: Partial<Record<StateCode, number>>;
  payer: Partial<Record<PayerId, number>>;
  line: Partial<Record<LineId, number>>;
  scope: Partial<Record<Scope, number>>;
  presence: Partial<Record<Presence, number>>;
  place: Partial<Record<DosePlace, number>>;
  program: Partial<Record<ProgramId, number>>;
  focus: Partial<Record<FocusId, number>>;
  mode: Partial<Record<Mode, number>>;
  language: Partial<Record<LanguageId, number>>;
  accepting: number;
  own_therapist: number;
  integration72h: number;
  /** By step, only with `near`. */
  within: Record<number, number>;
  max_fee: Record<number, number>;
  min_caseload: Record<number, number>;
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
