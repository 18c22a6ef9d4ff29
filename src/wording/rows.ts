import type { Authority, Psypact } from '../domain/authority.js';
import type { Coverage } from '../domain/coverage.js';
import type { Office } from '../domain/profile.js';
import type { FieldOfKind, ValueOf } from '../domain/profile-fields.js';
import { lines } from '../domain/reference/lines.js';
import { payers } from '../domain/reference/payers.js';
import { states } from '../domain/reference/states.js';
import { dayLabel } from './dates.js';
import { basisLabels, coveredPartLabels } from './labels.js';
import { inSentence } from './lists.js';
import { trainingWords } from './training.js';

/** One license, registration or privilege in a line. */
export const authorityWords = ({ state, basis, type, number, expiresOn }: Authority) =>
  `${states[state].name}: ${inSentence(basisLabels[basis])}, ${type} ${number}, valid until ${dayLabel(expiresOn)}`;

export const psypactWords = ({ apit, homeState, expiresOn }: Psypact) =>
  `APIT ${apit}, home state ${states[homeState].name}, valid until ${dayLabel(expiresOn)}`;

export const coverageWords = ({ state, payer, line, covers }: Coverage) =>
  `${states[state].name}: ${payers[payer].name}, ${lines[line].label} (${inSentence(coveredPartLabels[covers])})`;

export const officeWords = ({ city, state, zip }: Office) => `${city}, ${state} ${zip}`;

/** One row of each list of a profile in a line. */
export const rowWords: { readonly [F in FieldOfKind<'rows'>]: (row: ValueOf<F>[number]) => string } = {
  authority: authorityWords,
  offices: officeWords,
  coverage: coverageWords,
  training: trainingWords,
};
