import { type Day, toDay } from '../domain/calendar.js';
import { awaitLease, type Held, type LeaseOptions, takeLease } from './leases.js';
import type { createRemovalCursor } from './removal-cursor.js';
import { type ServerFeed, sendDays, sendRemovals, sendUnindexed } from './server-feed.js';
import { rebuildServer } from './server-rebuild.js';
import type { JobLogger } from './state-log.js';

/** The lease for sending to the index in use. */
export const SENDING = 'search-sending';

/** The lease for building another index beside it. */
export const BUILDING = 'search-building';

export interface WorkOptions {
  feed: ServerFeed;
  cursor: ReturnType<typeof createRemovalCursor>;
  leaseOf: (name: string) => LeaseOptions;
  logger: JobLogger;
  signal: AbortSignal;
}

/** What the index leader does. Each is `false` while another process, such as a re-index, does it. */
export interface ServerWork {
  /** What has waited the longest to be sent, under a name of its own; `null` for nothing. Only the leader checks the calendar. */
  oldest(leads: boolean): Promise<string | null>;
  send(): Promise<boolean>;
  rebuild(): Promise<boolean>;
}

export function createServerWork({ feed, cursor, leaseOf, logger, signal }: WorkOptions): ServerWork {
  const { therapists, clock } = feed;
  /** The day up to which the calendar's changes were sent; `null` when this process does not know. */
  let sentDay: Day | null = null;

  async function under(name: string, work: (held: Held) => Promise<void>): Promise<boolean> {
    const held = await takeLease(leaseOf(name));
    if (held === null) return false;
    await work(held).finally(() => held.release());
    return true;
  }

  return {
    async oldest(leads) {
      const [record] = await therapists.unindexed(1);
      if (record) return `${record.id} ${record.revision}`;
      if (!leads) return null;
      if (sentDay !== toDay(clock.now())) return 'the calendar';
      const { changes } = await therapists.changesSince(await cursor.get(), 1);
      return changes.length > 0 ? 'a removal' : null;
    },
    send: () =>
      under(SENDING, async (held) => {
        await sendUnindexed(feed, held);
        // After the records: this takes out any record that was removed while it was sent.
        cursor.set(await sendRemovals(feed, await cursor.get(), held));
        if (sentDay !== toDay(clock.now())) sentDay = await sendDays(feed, sentDay, held);
      }),
    rebuild: () =>
      under(BUILDING, async (building) => {
        logger.info({}, 'search server sync: rebuilding the index');
        const takeSending = () => awaitLease(leaseOf(SENDING), signal);
        const { listings, cursor: end, day } = await rebuildServer(feed, { building, takeSending, signal });
        cursor.set(end);
        sentDay = day;
        logger.info({ listings }, `search server sync: rebuilt the index, ${listings} listings`);
      }),
  };
}
