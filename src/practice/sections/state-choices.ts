import { stateCodes, states } from '../../domain/reference/states.js';
import type { Choice } from '../../web/fields.js';

export const stateChoices = stateCodes.map((code): Choice => [code, states[code].name]);
