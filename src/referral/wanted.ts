import type { LineId } from '../domain/reference/lines.js';
import type { PayerId } from '../domain/reference/payers.js';
import { payers } from '../domain/reference/payers.js';
import type { StateCode } from '../domain/reference/states.js';
import { sheetDays } from '../domain/sheet.js';
import { resolveAliases } from '../search/aliases.js';
import { parseSearch } from '../search/query.js';
import { emptyQuery } from '../search/query-fields.js';
import type { SearchQuery } from '../search/search-index.js';
import type { Typed } from '../web/fields.js';

/** More names than this are not even looked up. */
export const MOST_LOOKED_UP = 12;

/** What the page for a new sheet was asked, by its address or by its form: both give the same names. */
export interface Wanted {
  state: StateCode | null;
  payer: PayerId | null;
  line: LineId | null;
  /** Words about a therapist. */
  q: string;
  near: string | null;
  page: number;
  /** Each once, in the order given. */
  slugs: readonly string[];
  /** Those that were named again. */
  twice: ReadonlySet<string>;
  /** How many names were left out unread. */
  over: number;
  notices: readonly string[];
  typed: Typed;
}

/** What is filled in before the form is sent. */
const atFirst: Readonly<Record<string, readonly string[]>> = {
  ways: ['phone'],
  moments: ['first-dose', 'same-day'],
  days: ['30'],
};

/** Reads what was asked. It never fails: what it does not understand is left out, and told where it matters. */
export function readWanted(params: URLSearchParams): Wanted {
  const sent = params.has('asked');
  const search = parseSearch(searchPart(params));
  const { query } = search;
  const words = resolveAliases(query.q, { state: query.state });
  const dropped = params.getAll('drop');
  const named = params
    .getAll('pick')
    .map((slug) => slug.toWellFormed().trim())
    .filter((slug) => slug !== '' && !dropped.includes(slug));
  const slugs = [...new Set(named)];
  return {
    state: words.state ?? query.state,
    payer: words.payer[0] ?? query.payer[0] ?? null,
    line: words.line[0] ?? query.line[0] ?? null,
    q: words.q,
    near: words.near ?? null,
    page: query.page,
    slugs: slugs.slice(0, MOST_LOOKED_UP),
    twice: new Set(named.filter((slug, at) => named.indexOf(slug) < at)),
    over: Math.max(0, slugs.length - MOST_LOOKED_UP),
    notices: [
      ...search.dropped.map(
        ({ name, value }) => `We left out “${name}: ${value}”: it is not a value we know.`,
      ),
      ...(query.payer.length > 1 ? [onlyOne(query.payer[0]!)] : []),
    ],
    typed: (name) => (sent ? params.getAll(name) : (atFirst[name] ?? params.getAll(name))),
  };
}

/** The search inside the page. */
export function searchOf({ state, payer, line, q, near, page }: Wanted): SearchQuery {
  return {
    ...emptyQuery,
    q,
    state,
    payer: payer === null ? [] : [payer],
    line: line === null ? [] : [line],
    near,
    page,
  };
}

/** The typed number of days as one that is offered; 0 when it is not offered. */
export const daysOf = (typed: string | undefined): number =>
  sheetDays.find((days) => String(days) === typed) ?? 0;

/** The parameters of the search alone; of several pages, the one that was pressed comes last. */
function searchPart(params: URLSearchParams): URLSearchParams {
  const part = new URLSearchParams();
  for (const name of ['q', 'state', 'payer', 'line'])
    for (const value of params.getAll(name)) part.append(name, value);
  part.set('page', params.getAll('page').at(-1) ?? '');
  return part;
}

const onlyOne = (payer: PayerId) =>
  `A sheet is for one insurance: this one is for ${payers[payer].short}. Choose another below where that is wrong.`;
