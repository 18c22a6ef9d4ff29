import type { Mode } from '../../domain/authority.js';
import type { IndexEntry } from '../entry.js';
import { takesMode } from '../joint.js';
import type { SearchQuery } from '../search-index.js';

/**
 * State, mode, payer and line must hold in one and the same state. Meilisearch sees values, not pairs, so each answer is a value
 * made beforehand: attribute `spl_any` holds `NJ:aetna:commercial` for those who may treat in New Jersey and take that network
 * there, and `pl_any` holds `*:aetna:commercial` for those who do so in any state. What a search asks for is then one attribute
 * and one list. There are many attributes so that each has few values: a count goes through them all.
 */
const modeNames = { any: [], inperson: ['in-person'], telehealth: ['telehealth'] } as const satisfies Record<
  string,
  readonly Mode[]
>;
type ModeName = keyof typeof modeNames;

const shapes = ['s', 'sp', 'sl', 'spl', 'p', 'l', 'pl'] as const;
type Shape = (typeof shapes)[number];
export type ReachAttribute = `${Shape}_${ModeName}`;

export const ANYWHERE = '*';

export const reachAttributes: readonly ReachAttribute[] = shapes.flatMap((shape) =>
  (Object.keys(modeNames) as ModeName[]).map((mode) => `${shape}_${mode}` as const),
);

type JointQuery = Pick<SearchQuery, 'state' | 'mode' | 'payer' | 'line'>;

/** The values of an entry in every attribute; attributes without one are left out. */
export function reachOf(entry: IndexEntry): Partial<Record<ReachAttribute, string[]>> {
  const found: Partial<Record<ReachAttribute, Set<string>>> = {};
  const add = (attribute: ReachAttribute, value: string) => {
    found[attribute] ??= new Set();
    found[attribute].add(value);
  };
  for (const [name, modes] of Object.entries(modeNames) as [ModeName, readonly Mode[]][]) {
    const treats = entry.permissions.filter((may) => takesMode(modes, may.mode)).map((may) => may.state);
    const states = new Set(treats);
    for (const state of [...states, ANYWHERE]) if (states.size > 0) add(`s_${name}`, state);
    for (const { state, payer, line } of entry.coverage.filter((row) => states.has(row.state)))
      for (const [where, prefix] of [
        [state, 's'],
        [ANYWHERE, ''],
      ] as const) {
        add(`${prefix}p_${name}`, `${where}:${payer}`);
        add(`${prefix}l_${name}`, `${where}:${line}`);
        add(`${prefix}pl_${name}`, `${where}:${payer}:${line}`);
      }
  }
  return Object.fromEntries(Object.entries(found).map(([attribute, values]) => [attribute, [...values]]));
}

/** The attribute that answers a search: an entry is found when it holds one of the values. */
export function reachAsked(query: JointQuery): { attribute: ReachAttribute; values: string[] } {
  const state = query.state ?? ANYWHERE;
  const { payer, line } = query;
  return {
    attribute: reachAttribute(query, {
      states: query.state !== null,
      payers: payer.length > 0,
      lines: line.length > 0,
    }),
    values: networks(payer, line).map((network) => state + network),
  };
}

/** The attribute in which a search of these modes asks for payers, lines, both or neither; in each state, or in any. */
export function reachAttribute(
  query: Pick<SearchQuery, 'mode'>,
  asks: { states: boolean; payers: boolean; lines: boolean },
): ReachAttribute {
  const mode = query.mode.length === 1 ? (query.mode[0] === 'in-person' ? 'inperson' : 'telehealth') : 'any';
  const { payers, lines } = asks;
  const states = asks.states || !(payers || lines);
  return `${states ? 's' : ''}${payers ? 'p' : ''}${lines ? 'l' : ''}_${mode}` as ReachAttribute;
}

/** `:payer:line` of every pair, or of the one list that holds something; `''` when neither does. */
export function networks(payers: readonly string[], lines: readonly string[]): string[] {
  const of = (list: readonly string[]) => (list.length === 0 ? [''] : list.map((one) => `:${one}`));
  return of(payers).flatMap((payer) => of(lines).map((line) => payer + line));
}
