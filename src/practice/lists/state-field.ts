import { isStateCode, type StateCode, stateCodes, states } from '../../domain/reference/states.js';
import type { Choice } from '../../web/fields.js';
import type { Fields } from '../form/groups.js';
import type { Row } from '../form/read-form.js';

const stateChoices = stateCodes.map((code): Choice => [code, states[code].name]);

/** The field for a state, under the name `at`. */
export const stateField = (f: Fields, at: string, none = 'Choose a state') =>
  f.select(`${at}.state`, 'State', stateChoices, { none });

/** The state chosen in a row; `null` when none is chosen. */
export function stateOf(row: Row): StateCode | null {
  const state = row.state?.[0] ?? '';
  return isStateCode(state) ? state : null;
}
