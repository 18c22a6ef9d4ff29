import { type LineId, lines } from '../../../src/domain/reference/lines.js';
import {
  genericAliases,
  type PayerId,
  payerIds,
  payers,
  payersByGenericAlias,
  payerWords,
} from '../../../src/domain/reference/payers.js';
import { type StateCode, states } from '../../../src/domain/reference/states.js';
import { resolveAliases } from '../../../src/search/aliases.js';
import { quoted, type Read } from '../values/read.js';
import { namesOf, nearest, plain } from './named.js';

const byName = namesOf(payerIds.map((id) => [id, payerWords(id)] as const));
const generic: ReadonlyMap<string, string> = new Map(
  genericAliases.flatMap(({ words }) => words.map((word): [string, string] => [plain(word), word])),
);

/** What a cell says of an insurance: the payer, and what stands beside it (“Aetna commercial NJ”). */
export interface Insurance {
  payer: PayerId;
  state: StateCode | null;
  line: LineId | null;
}

/**
 * The payer that a text means, by name or by what people call it, in the state that stands in it or is known otherwise: with the
 * same words that the search understands.
 */
export function readPayer(text: string, known: StateCode | null): Read<Insurance> {
  const typed = plain(text);
  const exact = byName.get(typed);
  const word = generic.get(typed);
  if (exact !== undefined && word === undefined) return found([exact], text, known, null);
  if (word !== undefined && known !== null)
    return found(payersByGenericAlias(word, known), text, known, null);
  const { payer, state = null, line, q } = resolveAliases(text, { state: known });
  if (payer.length > 0 && q === '' && line.length <= 1) return found(payer, text, state, line[0] ?? null);
  if (word !== undefined)
    return { problem: `${quoted(text)} is another company in each state: give the state.` };
  const near = nearest(text, byName);
  const hint = near === null ? ' Write the name of the company.' : ` Is it ${payers[near].name}?`;
  return { problem: `${quoted(text)} is no insurance we know.${hint}` };
}

function found(
  ids: readonly PayerId[],
  text: string,
  state: StateCode | null,
  line: LineId | null,
): Read<Insurance> {
  const [payer, ...more] = ids;
  const where = state === null ? '' : ` in ${states[state].name}`;
  if (payer === undefined) return { problem: `${quoted(text)} is no insurance that we know${where}.` };
  if (more.length === 0) return { value: { payer, state, line } };
  const could = ids.slice(0, 4).map((id) => payers[id].name);
  const wish = state === null ? 'give the state, or the name of one' : 'write the name of one';
  return { problem: `${quoted(text)} can be several companies${where} (${could.join(', ')}): ${wish}.` };
}

/** The line of business that a payer has where it has one alone; otherwise somebody has to say it. */
export function onlyLine(payer: PayerId): LineId | null {
  const [line, ...more] = payers[payer].lines;
  return line !== undefined && more.length === 0 ? line : null;
}

export const linesOf = (payer: PayerId): string =>
  payers[payer].lines.map((id) => lines[id].short).join(', ');
