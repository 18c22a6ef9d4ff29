import { isStateCode, type StateCode, stateCodes, states } from '../../domain/reference/states.js';
import type { Choice } from '../../web/fields.js';
import type { Fields } from '../form/groups.js';
import type { Row } from '../form/read-form.js';

const stateChoices = stateCodes.map((code): Choice => [code, states[code].name]);

/** The state of a row, or of whoever `at` names. */
export const stateField = (f: Fields, at: string, none = 'Choose a state') =>
  f.select(`${at}.state`, 'State', stateChoices, { none });

/** The state chosen in a row; `null` while none is. */
export function stateOf(row: Row): StateCode | null {
  const state = row.state?.[0] ?? '';
  return isStateCode(state) ? state : null;
}
