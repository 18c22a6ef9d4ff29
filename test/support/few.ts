import type { FocusId } from '../../src/domain/reference/focuses.js';
import type { LanguageId } from '../../src/domain/reference/languages.js';
import type { LineId } from '../../src/domain/reference/lines.js';
import type { PayerId } from '../../src/domain/reference/payers.js';
import type { ProgramId } from '../../src/domain/reference/programs.js';
import type { StateCode } from '../../src/domain/reference/states.js';

/* A small corner of the world, so that random listings and random searches meet. */
export const someStates: readonly StateCode[] = ['FL', 'NJ', 'NY', 'WY'];
export const somePayers: readonly PayerId[] = ['aetna', 'cigna', 'florida-blue', 'horizon-bcbsnj'];
export const someLines: readonly LineId[] = ['commercial', 'marketplace', 'medicaid'];
export const somePrograms: readonly ProgramId[] = ['fluence', 'polaris-insight', 'other'];
export const someFocuses: readonly FocusId[] = ['ptsd', 'grief', 'substance-use-recovery'];
export const someLanguages: readonly LanguageId[] = ['en', 'es', 'vi'];
/** Hoboken, Manhattan, Newark, Princeton, Miami, Cheyenne. */
export const someZips: readonly string[] = ['07030', '10001', '07102', '08540', '33101', '82001'];
