import { type Day, toDay } from '../domain/calendar.js';
import type { IndexEntry } from '../search/entry.js';
import type { IndexMark } from '../storage/store.js';
import type { Held } from './leases.js';
import {
  changeOn,
  everyPage,
  markAll,
  markOf,
  type ServerFeed,
  sendRemovals,
  sendUnindexed,
  unmark,
} from './server-feed.js';

/** Entries sent in one go: each takes the server half a second, however few they are. */
const BATCH = 5000;

export interface Rebuilding {
  /** The lease for building. */
  building: Pick<Held, 'assertHeld'>;
  /** Waits for the lease for sending: nobody else sends from the exchange until everything written meanwhile has followed. */
  takeSending: () => Promise<Held>;
  signal: AbortSignal;
  /** Called with how many records of the store were read. */
  onProgress?: (read: number) => void;
}

export interface Rebuilt {
  /** Listings in the new index. */
  listings: number;
  /** Everything that changed up to here is in it. */
  cursor: string;
  /** The day for which its listings were made. */
  day: Day;
}

/**
 * Rebuilds the index on the server from the store, beside the old one, and then sends again what changed since the build began. An
 * interruption before the exchange changes nothing; one after it leaves records without a mark, which are sent later.
 * @throws SearchUnavailable, SearchMisconfigured, LeaseLost, or the reason of the signal
 */
export async function rebuildServer(feed: ServerFeed, options: Rebuilding): Promise<Rebuilt> {
  const { therapists, index, clock } = feed;
  const { building, takeSending, signal, onProgress = () => undefined } = options;
  const begin = await therapists.cursor();
  const day = toDay(clock.now());
  const marks: IndexMark[] = [];
  const sending: Held[] = [];

  async function* entries(): AsyncGenerator<IndexEntry[]> {
    let read = 0;
    let batch: IndexEntry[] = [];
    for await (const page of everyPage(therapists)) {
      signal.throwIfAborted();
      building.assertHeld();
      marks.push(...page.filter(({ revision, indexedRevision }) => revision !== indexedRevision).map(markOf));
      batch.push(...page.flatMap((therapist) => changeOn(day, therapist.id, therapist).entry ?? []));
      read += page.length;
      if (batch.length >= BATCH) {
        yield batch;
        batch = [];
      }
      onProgress(read);
    }
    yield batch;
    sending.push(await takeSending());
    await unmark(feed, begin);
  }

  try {
    const listings = await index.rebuild(entries());
    await markAll(therapists, marks);
    await sendUnindexed(feed, sending[0]!);
    const cursor = await sendRemovals(feed, begin, sending[0]!);
    return { listings, cursor, day };
  } finally {
    for (const held of sending) await held.release();
  }
}
