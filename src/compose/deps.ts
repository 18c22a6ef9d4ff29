import type { Logger } from 'pino';
import type { Clock } from '../domain/calendar.js';
import type { Answered } from '../web/access-log.js';
import type { Views } from '../web/views.js';

/** What the program is given. */
export interface ProgramDeps {
  clock: Clock;
  /** Makes a random id of 100 bits. */
  newId: () => string;
  logger: Logger;
  /** Called with every answer. */
  count?: (answer: Answered) => void;
  /** The views, when the process has compiled them already: it takes a tenth of a second. */
  views?: Views;
}
