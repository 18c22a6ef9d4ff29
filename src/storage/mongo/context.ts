import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Clock } from '../../domain/calendar.js';
import type { RecordStep } from '../record-versions.js';
import type { ChangeNumbers } from './change-numbers.js';
import type { Models } from './models.js';

/** What every part of the engine works with. */
export interface Context extends Models {
  readonly connection: Connection;
  readonly numbers: ChangeNumbers;
  readonly steps: readonly RecordStep[];
  readonly clock: Clock;
  readonly logger: Logger | undefined;
  /** After this silence a call counts as dead, and others finish or undo what it began. Far above every time-out. */
  readonly abandonedAfterMs: number;
}
