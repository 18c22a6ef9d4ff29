import {
  genericAliases,
  type PayerId,
  payerIds,
  payers,
  payersByGenericAlias,
  payerWords,
} from '../../domain/reference/payers.js';
import { type StateCode, states } from '../../domain/reference/states.js';
import { resolveAliases } from '../../search/aliases.js';
import { type Named, nearestTo, plainWords } from './named.js';

const byName: ReadonlyMap<string, PayerId> = new Map(
  payerIds.flatMap((id) => payerWords(id).map((name): [string, PayerId] => [plainWords(name), id])),
);
const generic: ReadonlyMap<string, string> = new Map(
  genericAliases.flatMap(({ words }) => words.map((word): [string, string] => [plainWords(word), word])),
);

/** The payer that a typed name means in that state, by its names and by what people call it ("BCBS", "Optum", "Medicaid"). */
export function payerNamed(text: string, state: StateCode | null): Named<PayerId> {
  const typed = plainWords(text);
  const word = generic.get(typed);
  if (word !== undefined) return oneOrMore(state === null ? [] : payersByGenericAlias(word, state));
  const id = byName.get(typed);
  if (id !== undefined) return { id };
  const { payer, q } = resolveAliases(text, { state });
  if (payer.length > 0 && q === '') return oneOrMore(payer);
  return { nearest: [...new Set([...payer, ...nearestTo(text, byName)])].slice(0, 6) };
}

/** Why a typed payer was not taken. */
export function payerMessage(text: string, state: StateCode | null, found: Named<PayerId>): string {
  const typed = `“${text.trim()}”`;
  if (state === null && generic.has(plainWords(text)))
    return `${typed} is another company in each state. Choose the state.`;
  const where = state === null ? '' : ` in ${states[state].name}`;
  if ('several' in found) return `${typed} can be several companies${where}. Choose the one you mean.`;
  const nearest = 'nearest' in found ? found.nearest[0] : undefined;
  if (nearest === undefined)
    return `We know no insurance called ${typed}${where}. Take a name from the list that opens while you type.`;
  return `We know no insurance called ${typed}${where}. The nearest is ${payers[nearest].name}: choose it, or type another name.`;
}

function oneOrMore(ids: readonly PayerId[]): Named<PayerId> {
  const [first] = ids;
  if (first === undefined) return { nearest: [] };
  return ids.length === 1 ? { id: first } : { several: ids };
}
