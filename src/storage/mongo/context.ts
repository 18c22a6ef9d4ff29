import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { type Clock, offsetClock } from '../../domain/calendar.js';
import { latestVersion, type RecordStep, recordSteps } from '../record-versions.js';
import { type ChangeNumbers, changeNumbers } from './change-numbers.js';
import { type Models, modelsOn } from './models.js';

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

export interface ContextOptions {
  readonly clock?: Clock;
  /** The steps that bring older records up to date; those of the program by default. */
  readonly recordSteps?: readonly RecordStep[];
  readonly logger?: Logger;
  /** A minute by default. */
  readonly abandonedAfterMs?: number;
}

/** The parts of a store on a connection that is open. */
export function contextOn(connection: Connection, options: ContextOptions = {}): Context {
  const models = modelsOn(connection);
  const steps = options.recordSteps ?? recordSteps;
  const recordVersion = latestVersion(steps);
  return {
    ...models,
    connection,
    steps,
    numbers: changeNumbers({ states: models.states, recordVersion, newCall: randomUUID }),
    clock: options.clock ?? offsetClock(0),
    logger: options.logger,
    abandonedAfterMs: options.abandonedAfterMs ?? 60_000,
  };
}
