import type { Clock } from '../domain/calendar.js';
import type { Store } from '../storage/store.js';
import { createLease } from './leases.js';
import { createTurns } from './turns.js';

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
  const goesOn = async () => !turns.isStopped() && (await lease.hold());
  const turns = createTurns(async () => {
    await work(goesOn).catch((error: Error) => logger.warn({ err: error.name }, failed));
    return everyMs;
  });

  return {
    tick: turns.tick,
    start: turns.start,
    async stop() {
      await turns.stop(STOP_MS);
      await lease.release().catch(() => undefined);
    },
  };
}
