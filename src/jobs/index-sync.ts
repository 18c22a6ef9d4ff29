import { type Clock, type Day, toDay } from '../domain/calendar.js';
import { listingChangesOn, listingOn } from '../domain/listing.js';
import type { Therapist } from '../domain/therapist.js';
import { indexEntry } from '../search/entry.js';
import type { IndexChange, SearchIndex } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import { createJob } from './job.js';
import type { JobLogger } from './state-log.js';

const POLL_MS = 500;
const BATCH = 1000;

export interface FollowOptions {
  store: Store;
  index: SearchIndex;
  clock: Clock;
  logger?: JobLogger;
  /** Called with each record that was read, beside the index; `null` when the record is gone. */
  hold?: (id: string, therapist: Therapist | null) => void;
  /** Called after changes have reached the index. */
  onChange?: () => void | Promise<void>;
}

export interface Follower {
  /** Builds the index from the store, resolves when it has caught up, and follows from then on, twice a second. */
  start(): Promise<void>;
  /** Takes up what was written, and what the calendar changed, since the last run. Rejects when the store does. */
  catchUp(): Promise<void>;
  /** When it last read the store with success; `null` before the first time. */
  lastReadAt(): Date | null;
  /** Ends following; resolves when the last run is over. */
  stop(): Promise<void>;
}

/**
 * Keeps the index of this process in step with the store. Every process follows by itself, so that none needs another. A listing that
 * changes with the calendar (a license that ends, 120 days without confirmation) is read again when its day comes, without a write.
 */
export function followStore({ store, index, clock, logger, hold, onChange }: FollowOptions): Follower {
  const { therapists } = store;
  const dueOn = new Map<Day, Set<string>>();
  let cursor = '';
  let lastReadAt: Date | null = null;
  const today = () => toDay(clock.now());

  function changeOf(id: string, therapist: Therapist | null, day: Day): IndexChange {
    hold?.(id, therapist);
    const listing = therapist && listingOn(therapist, day);
    const next = therapist && listingChangesOn(therapist, day);
    if (next) dueOn.set(next, (dueOn.get(next) ?? new Set()).add(id));
    return { id, entry: listing && indexEntry(listing) };
  }

  async function build(): Promise<void> {
    cursor = await therapists.cursor();
    let after: string | null = null;
    do {
      const page = await therapists.page(after, BATCH);
      const day = today();
      const changes = page.therapists.map((therapist) => changeOf(therapist.id, therapist, day));
      await index.apply(changes.filter((change) => change.entry !== null));
      after = page.next;
    } while (after !== null);
  }

  async function takeWrites(): Promise<number> {
    let count = 0;
    for (let more = true; more; ) {
      const found = await therapists.changesSince(cursor, BATCH);
      const day = today();
      await index.apply(found.changes.map(({ id, therapist }) => changeOf(id, therapist, day)));
      count += found.changes.length;
      ({ cursor, more } = found);
    }
    return count;
  }

  async function takeDays(): Promise<number> {
    const day = today();
    let count = 0;
    for (const [due, ids] of [...dueOn].filter(([date]) => date <= day)) {
      for (const batch of batches([...ids])) {
        const found = new Map((await therapists.getMany(batch)).map((one) => [one.id, one]));
        await index.apply(batch.map((id) => changeOf(id, found.get(id) ?? null, day)));
      }
      dueOn.delete(due);
      count += ids.size;
    }
    return count;
  }

  async function run(): Promise<void> {
    const count = (await takeWrites()) + (await takeDays());
    if (count > 0) await onChange?.();
    lastReadAt = clock.now();
  }

  const job = createJob({ name: 'index sync', every: POLL_MS, logger, run });

  return {
    catchUp: job.runOnce,
    lastReadAt: () => lastReadAt,
    async start() {
      await build();
      await job.runOnce();
      job.start();
    },
    stop: () => job.stop(),
  };
}

function batches<T>(list: readonly T[]): T[][] {
  const count = Math.ceil(list.length / BATCH);
  return Array.from({ length: count }, (_, at) => list.slice(at * BATCH, (at + 1) * BATCH));
}
