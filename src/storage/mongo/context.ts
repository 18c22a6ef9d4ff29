import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { type Clock, offsetClock } from '../../domain/calendar.js';
import { latestVersion, type RecordStep, recordSteps } from '../record-versions.js';
import { type ChangeNumbers, changeNumbers } from './change-numbers.js';
import { type Models, modelsOn } from './models.js';

/** The tools that every part of the engine shares. */
export interface Context extends Models {
  readonly connection: Connection;
  readonly numbers: ChangeNumbers;
  readonly steps: readonly RecordStep[];
  readonly clock: Clock;
  readonly logger: Logger | undefined;
  /**
   * A call that is silent for this long counts as dead, and other processes finish or undo its work. Far above
   * every timeout.
   */
  readonly abandonedAfterMs: number;
}

export interface ContextOptions {
  readonly clock?: Clock;
  /** The steps that bring older records up to date. Default: those of this program. */
  readonly recordSteps?: readonly RecordStep[];
  readonly logger?: Logger;
  /** Default: one minute. */
  readonly abandonedAfterMs?: number;
}

/** The context of a store on an open connection. */
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
