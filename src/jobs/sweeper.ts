import type { Clock } from '../domain/calendar.js';
import { kinds } from '../storage/kinds.js';
import { MOST_AT_ONCE } from '../storage/limits.js';
import type { RecordKind, SmallRecord } from '../storage/small-records.js';
import type { Store } from '../storage/store.js';
import { createJob, type Job } from './job.js';
import type { JobLogger } from './state-log.js';

export interface SweeperOptions {
  store: Pick<Store, 'records' | 'leases'>;
  clock: Clock;
  logger: JobLogger;
  /** Tells this process from all others. */
  holder: string;
  /** How often it sweeps, in milliseconds; every five minutes unless given. */
  everyMs?: number;
  /** What it sweeps; every kind of record unless given. */
  kinds?: readonly RecordKind<SmallRecord>[];
}

/**
 * Removes records that have ended: sessions, links, sheets. Nothing depends on when it runs: readers of a record check its end themselves.
 */
export function createSweeper(options: SweeperOptions): Job {
  const { store, clock, logger, holder, everyMs: every = 300_000, kinds: swept = kinds } = options;
  const stores = swept.map((kind) => store.records(kind));
  return createJob({
    ...{ name: 'sweeper', every, logger },
    lease: { leases: store.leases, holder, clock, forMs: every * 3 },
    async run({ mayContinue }) {
      const now = clock.now().toISOString();
      let removed = 0;
      for (const records of stores)
        for (let count = MOST_AT_ONCE; count === MOST_AT_ONCE && (await mayContinue()); removed += count)
          count = await records.sweep(now);
      if (removed > 0) logger.info({ removed }, `sweeper: removed ${removed} records that had ended`);
    },
  });
}
