import { type LineId, lines } from '../../../src/domain/reference/lines.js';
import { type PayerId, payers } from '../../../src/domain/reference/payers.js';
import { type StateCode, states } from '../../../src/domain/reference/states.js';
import { isGenericPayer, payerNamed } from '../../../src/search/payer-named.js';
import { quoted, type Read } from '../values/read.js';

/** What a cell says about an insurance: the payer, and perhaps line and state (“Aetna commercial NJ”). */
export interface Insurance {
  payer: PayerId;
  state: StateCode | null;
  line: LineId | null;
}

/** The payer that a text means, in the state that it names or that is known from elsewhere. */
export function readPayer(text: string, known: StateCode | null): Read<Insurance> {
  const { found, state, line } = payerNamed(text, known);
  if ('id' in found) return { value: { payer: found.id, state, line } };
  const where = state === null ? '' : ` in ${states[state].name}`;
  if ('several' in found) {
    const could = found.several.slice(0, 4).map((id) => payers[id].name);
    const wish = state === null ? 'give the state, or the name of one' : 'write the name of one';
    return { problem: `${quoted(text)} can be several companies${where} (${could.join(', ')}): ${wish}.` };
  }
  if (isGenericPayer(text))
    return {
      problem: state
        ? `${quoted(text)} is no insurance that we know${where}.`
        : `${quoted(text)} is another company in each state: give the state.`,
    };
  const [near] = found.nearest;
  const hint = near === undefined ? 'Write the name of the company.' : `Is it ${payers[near].name}?`;
  return { problem: `${quoted(text)} is no insurance we know. ${hint}` };
}

/** The line of business of a payer that has only one; otherwise the row has to say it. */
export function onlyLine(payer: PayerId): LineId | null {
  const [line, ...more] = payers[payer].lines;
  return line !== undefined && more.length === 0 ? line : null;
}

export const linesOf = (payer: PayerId): string =>
  payers[payer].lines.map((id) => lines[id].short).join(', ');
