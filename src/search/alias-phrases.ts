import { disciplines } from '../domain/reference/disciplines.js';
import { focuses } from '../domain/reference/focuses.js';
import { languages } from '../domain/reference/languages.js';
import { type LineId, lineIds, lines } from '../domain/reference/lines.js';
import {
  blueByState,
  genericAliases,
  medicaidByState,
  type PayerId,
  payerIds,
  payerWords,
  tricareByState,
} from '../domain/reference/payers.js';
import { programs } from '../domain/reference/programs.js';
import { type StateCode, stateCodes, states } from '../domain/reference/states.js';
import { commonWords } from './alias-words.js';
import { words } from './words.js';

/** What a phrase means. A generic word names payers by state, and something wider while the state is not known. */
export type Meaning =
  | { kind: 'payer'; payers: readonly PayerId[] }
  | { kind: 'line'; line: LineId }
  | { kind: 'state'; state: StateCode; code: boolean }
  | {
      kind: 'generic';
      byState: Readonly<Partial<Record<StateCode, readonly PayerId[]>>>;
      /** While the state is not known; `line` also beside the name of a payer ("aetna medicaid"). */
      otherwise: { payers: readonly PayerId[]; line: LineId | null };
    };

/** The phrases, by their folded words with one blank between them. */
export const phrases: ReadonlyMap<string, Meaning> = collect();

/** The longest phrase has so many words. */
export const MOST_WORDS = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length));

/** Words that mean something else here; what is as close to one of them is not taken for a payer. */
export const otherWords: ReadonlySet<string> = new Set(
  [
    ...Object.values(programs).flatMap((one) => [one.name, one.short, ...one.aliases, ...one.awards]),
    ...Object.values(focuses).map((one) => one.label),
    ...Object.values(disciplines).flatMap((one) => [one.label, one.plural]),
    ...Object.values(languages).map((one) => one.label),
    ...commonWords,
  ]
    .flatMap((text) => words(text))
    .filter((word) => word.length >= 4 && !phrases.has(word)),
);

/** The first meaning of a phrase counts: generic words before payers, payers before lines. */
function collect(): Map<string, Meaning> {
  const found = new Map<string, Meaning>();
  const add = (text: string, meaning: Meaning) => {
    const phrase = words(text).join(' ');
    if (!found.has(phrase)) found.set(phrase, meaning);
  };
  for (const { words: generic, byState } of genericAliases)
    for (const text of generic) add(text, { kind: 'generic', byState, otherwise: widest(byState) });
  for (const id of payerIds) for (const text of payerWords(id)) add(text, { kind: 'payer', payers: [id] });
  for (const id of lineIds) for (const text of lines[id].aliases) add(text, { kind: 'line', line: id });
  for (const state of stateCodes) {
    add(states[state].name, { kind: 'state', state, code: false });
    add(state, { kind: 'state', state, code: true });
  }
  for (const text of ['washington dc', 'washington d.c.', 'd.c.'])
    add(text, { kind: 'state', state: 'DC', code: false });
  for (const text of ['new york city', 'nyc']) add(text, { kind: 'state', state: 'NY', code: false });
  return found;
}

/**
 * What a generic word means while the state is unknown: "medicaid" and "tricare" the line of business; "blue cross" every Blue
 * company. Left in the text it would find nothing at all; as a choice it shows who takes any Blue, in which states, and goes
 * with one click when the state is chosen.
 */
function widest(byState: Readonly<Partial<Record<StateCode, readonly PayerId[]>>>) {
  const line = byState === medicaidByState ? 'medicaid' : byState === tricareByState ? 'tricare' : null;
  if (line !== null) return { payers: [], line } as const;
  const named = new Set(Object.values(byState).flat());
  const blues = new Set(Object.values(blueByState).flat());
  const wide = [...named].every((id) => blues.has(id)) && Object.keys(byState).length > 5 ? blues : named;
  return { payers: payerIds.filter((id) => wide.has(id)), line: null } as const;
}
