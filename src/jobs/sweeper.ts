import type { Logger } from 'pino';
import type { Clock } from '../domain/calendar.js';
import { kinds } from '../storage/kinds.js';
import { MOST_AT_ONCE } from '../storage/limits.js';
import type { RecordKind, SmallRecord } from '../storage/small-records.js';
import type { Store } from '../storage/store.js';
import { createRounds, type Rounds } from './rounds.js';

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

export type Sweeper = Rounds;

/**
 * Takes away what has ended: sessions, links, sheets. Nothing depends on its being on time: whoever reads a record looks at the clock.
 */
export function createSweeper({
  everyMs = 300_000,
  kinds: swept = kinds,
  ...tools
}: SweeperOptions): Sweeper {
  const { store, clock, logger } = tools;
  const stores = swept.map((kind) => store.records(kind));
  return createRounds({
    ...tools,
    name: 'sweeper',
    everyMs,
    failed: 'sweeping will be tried again',
    async work(goesOn) {
      const now = clock.now().toISOString();
      let gone = 0;
      for (const records of stores)
        for (let count = MOST_AT_ONCE; count === MOST_AT_ONCE && (await goesOn()); gone += count)
          count = await records.sweep(now);
      if (gone > 0) logger.info({ swept: gone }, 'took away records that had ended');
    },
  });
}
