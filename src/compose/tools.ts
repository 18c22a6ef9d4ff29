import type { Logger } from 'pino';
import type { Clock } from '../domain/calendar.js';
import type { Answered } from '../web/access-log.js';
import type { Views } from '../web/views.js';

/** What the program is given to work with. */
export interface Tools {
  clock: Clock;
  /** Makes an id that nobody can guess. */
  newId: () => string;
  logger: Logger;
  /** Is told of every answer. */
  count?: (answer: Answered) => void;
  /** The views, when the process has compiled them already: it takes a tenth of a second. */
  views?: Views;
}
