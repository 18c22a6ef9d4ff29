import type { LineId } from '../domain/reference/lines.js';
import {
  genericAliases,
  type PayerId,
  payerIds,
  payersByGenericAlias,
  payerWords,
} from '../domain/reference/payers.js';
import type { StateCode } from '../domain/reference/states.js';
import { resolveAliases } from './aliases.js';
import { MOST_CHOICES, type Named, namesOf, nearestTo, plainWords } from './named.js';

const byName = namesOf(payerIds.map((id) => [id, [id, ...payerWords(id)]] as const));
const generic: ReadonlyMap<string, string> = new Map(
  genericAliases.flatMap(({ words }) => words.map((word): [string, string] => [plainWords(word), word])),
);

/** Whether a text is the name of another company in each state ("BCBS", "Medicaid"). */
export const isGenericPayer = (text: string): boolean => generic.has(plainWords(text));

/** The payer, with the state and the kind of plan that stand beside it in the text ("Aetna commercial NJ"). */
export interface PayerNamed {
  found: Named<PayerId>;
  /** The state of the text, else the one that is known. */
  state: StateCode | null;
  line: LineId | null;
}

/** The payer that a typed name means, by its names and by what people call it, with the same words that the search understands. */
export function payerNamed(text: string, known: StateCode | null): PayerNamed {
  const typed = plainWords(text);
  const word = generic.get(typed);
  if (word !== undefined) return found(known === null ? [] : payersByGenericAlias(word, known), known, null);
  const id = byName.get(typed);
  if (id !== undefined) return found([id], known, null);
  const { payer, state = known, line, q } = resolveAliases(text, { state: known });
  if (payer.length > 0 && q === '' && line.length <= 1) return found(payer, state, line[0] ?? null);
  const nearest = [...new Set([...payer, ...nearestTo(text, byName)])].slice(0, MOST_CHOICES);
  return { found: { nearest }, state, line: null };
}

function found(ids: readonly PayerId[], state: StateCode | null, line: LineId | null): PayerNamed {
  const [first, ...more] = ids;
  if (first === undefined) return { found: { nearest: [] }, state, line };
  return { found: more.length === 0 ? { id: first } : { several: ids }, state, line };
}
