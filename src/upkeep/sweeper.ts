import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../domain/calendar.js';
import { kinds } from '../storage/kinds.js';
import { MOST_AT_ONCE } from '../storage/limits.js';
import type { RecordKind, SmallRecord } from '../storage/small-records.js';
import type { Store } from '../storage/store.js';
import { createLease } from './leases.js';

export interface SweeperOptions {
  store: Pick<Store, 'records' | 'leases'>;
  clock: Clock;
  logger: Pick<Logger, 'info' | 'warn'>;
  /** Tells this process from all others. */
  holder: string;
  /** How often it sweeps, in milliseconds; every five minutes unless given. */
  everyMs?: number;
  /** What it sweeps; every kind of record unless given. */
  kinds?: readonly RecordKind<SmallRecord>[];
}

export interface Sweeper {
  /** Sweeps from now on. */
  start(): void;
  /** One sweep, when it is this process's business. Never rejects: what failed is told to the log, and tried again. */
  tick(): Promise<void>;
  /** Ends it, and gives the lease back. */
  stop(): Promise<void>;
}

/** A stop does not wait longer than this for a store that does not answer. */
const STOP_MS = 3000;

/**
 * Takes away what has ended: sessions, links, sheets. Of all processes one does it, by a lease that outlives it by three sweeps. Nothing
 * depends on its being on time: whoever reads a record looks at the clock.
 */
export function createSweeper(options: SweeperOptions): Sweeper {
  const { store, clock, logger, holder, everyMs = 300_000 } = options;
  const stores = (options.kinds ?? kinds).map((kind) => store.records(kind));
  const lease = createLease({ leases: store.leases, name: 'sweeper', holder, clock, forMs: everyMs * 3 });
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function sweep(): Promise<void> {
    if (stopped || !(await lease.hold())) return;
    const now = clock.now().toISOString();
    let swept = 0;
    for (const records of stores)
      for (let count = MOST_AT_ONCE; count === MOST_AT_ONCE && !stopped; swept += count)
        count = await records.sweep(now);
    if (swept > 0) logger.info({ swept }, 'took away records that had ended');
  }

  /** One after the other, never two at once. */
  function tick(): Promise<void> {
    working = working
      .then(sweep)
      .catch((error: Error) => logger.warn({ err: error.name }, 'sweeping will be tried again'));
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
