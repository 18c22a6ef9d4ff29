import { type Day, toDay } from '../domain/calendar.js';
import { awaitLease, type Held, type LeaseOptions, takeLease } from './leases.js';
import type { createRemovalCursor } from './removal-cursor.js';
import { type ServerFeed, sendDays, sendRemovals, sendUnindexed } from './server-feed.js';
import { rebuildServer } from './server-rebuild.js';
import type { SyncLogger } from './sync-outcome.js';

/** The lease of whoever sends to the index in use. */
export const SENDING = 'search-sending';

/** The lease of whoever builds another index beside it. */
export const BUILDING = 'search-building';

export interface WorkOptions {
  feed: ServerFeed;
  cursor: ReturnType<typeof createRemovalCursor>;
  leaseOf: (name: string) => LeaseOptions;
  logger: SyncLogger;
  signal: AbortSignal;
}

/** What the keeper of the index on the server does. Each is `false` when another process, such as a re-index, is just at it. */
export interface ServerWork {
  /** What has waited the longest to be sent, by a name of its own; `null` for nothing. A keeper has the calendar to look at too. */
  oldest(keeps: boolean): Promise<string | null>;
  send(): Promise<boolean>;
  rebuild(): Promise<boolean>;
}

export function createServerWork({ feed, cursor, leaseOf, logger, signal }: WorkOptions): ServerWork {
  const { therapists, clock } = feed;
  /** Up to which day the calendar's changes were sent; `null` when this process does not know. */
  let sentDay: Day | null = null;

  async function under(name: string, work: (held: Held) => Promise<void>): Promise<boolean> {
    const held = await takeLease(leaseOf(name));
    if (held === null) return false;
    await work(held).finally(() => held.release());
    return true;
  }

  return {
    async oldest(keeps) {
      const [record] = await therapists.unindexed(1);
      if (record) return `${record.id} ${record.revision}`;
      if (!keeps) return null;
      if (sentDay !== toDay(clock.now())) return 'the calendar';
      const { changes } = await therapists.changesSince(await cursor.get(), 1);
      return changes.length > 0 ? 'a removal' : null;
    },
    send: () =>
      under(SENDING, async (held) => {
        await sendUnindexed(feed, held);
        // After the records: whatever was sent of one that went meanwhile is taken out here.
        cursor.set(await sendRemovals(feed, await cursor.get(), held));
        if (sentDay !== toDay(clock.now())) sentDay = await sendDays(feed, sentDay, held);
      }),
    rebuild: () =>
      under(BUILDING, async (building) => {
        logger.info({}, 'the index on Meilisearch is built anew');
        const takeSending = () => awaitLease(leaseOf(SENDING), signal);
        const { listings, cursor: end, day } = await rebuildServer(feed, { building, takeSending, signal });
        cursor.set(end);
        sentDay = day;
        logger.info({ listings }, 'the index on Meilisearch was built anew');
      }),
  };
}
