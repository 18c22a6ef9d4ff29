import { type PayerId, payers } from '../../domain/reference/payers.js';
import type { ProgramId } from '../../domain/reference/programs.js';
import { type StateCode, states } from '../../domain/reference/states.js';
import type { Named } from '../../search/named.js';
import { isGenericPayer } from '../../search/payer-named.js';
import { programName } from '../../search/program-named.js';

/** Why a typed payer was not taken. */
export function payerMessage(text: string, state: StateCode | null, found: Named<PayerId>): string {
  const typed = `“${text.trim()}”`;
  if (state === null && isGenericPayer(text))
    return `${typed} is another company in each state. Choose the state.`;
  const where = state === null ? '' : ` in ${states[state].name}`;
  if ('several' in found) return `${typed} can be several companies${where}. Choose the one you mean.`;
  const nearest = 'nearest' in found ? found.nearest[0] : undefined;
  if (nearest === undefined)
    return `We know no insurance called ${typed}${where}. Take a name from the list that opens while you type.`;
  return `We know no insurance called ${typed}${where}. The nearest is ${payers[nearest].name}: choose it, or type another name.`;
}

/** Why a typed program was not taken. */
export function programMessage(text: string, found: Named<ProgramId>): string {
  const nearest = 'nearest' in found ? found.nearest[0] : undefined;
  const known =
    nearest === undefined || nearest === 'other' ? '' : ` The nearest is ${programName(nearest)}.`;
  return `We do not know a program called “${text.trim()}”.${known} Choose what you mean.`;
}
