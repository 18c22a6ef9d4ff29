import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../domain/calendar.js';
import type { Store } from '../storage/store.js';
import { createLease } from './leases.js';

export interface RoundsOptions {
  store: Pick<Store, 'leases'>;
  clock: Clock;
  logger: { warn(details: object, message: string): void };
  /** Of the lease. */
  name: string;
  /** Tells this process from all others. */
  holder: string;
  everyMs: number;
  /** What is done in a round, as long as `goesOn` says that it is this process's business and nobody stops it. */
  work(goesOn: () => Promise<boolean>): Promise<void>;
  /** What the log is told when a round failed. */
  failed: string;
}

/** What one process of all does again and again. */
export interface Rounds {
  /** Goes round from now on. */
  start(): void;
  /** One round, when it is this process's business. Never rejects: what failed is told to the log, and tried again. */
  tick(): Promise<void>;
  /** Ends it, and gives the lease back. */
  stop(): Promise<void>;
}

/** A stop does not wait longer than this for a store that does not answer. */
const STOP_MS = 3000;

/** Of all processes one does the work, by a lease that outlives it by three rounds. */
export function createRounds(options: RoundsOptions): Rounds {
  const { store, clock, logger, name, holder, everyMs, work, failed } = options;
  const lease = createLease({ leases: store.leases, name, holder, clock, forMs: everyMs * 3 });
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const goesOn = async () => !stopped && (await lease.hold());

  /** One after the other, never two at once. */
  function tick(): Promise<void> {
    working = working
      .then(() => work(goesOn))
      .catch((error: Error) => logger.warn({ err: error.name }, failed));
    return working;
  }

  function plan(ms: number): void {
    if (!stopped) timer = setTimeout(() => void tick().then(() => plan(everyMs)), ms).unref();
  }

  return {
    tick,
    start: () => plan(0),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.race([working, sleep(STOP_MS, undefined, { ref: false })]);
      await lease.release().catch(() => undefined);
    },
  };
}
