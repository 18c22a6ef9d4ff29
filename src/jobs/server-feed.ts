import { setImmediate as breathe } from 'node:timers/promises';
import { type Clock, type Day, toDay } from '../domain/calendar.js';
import { listingChangesOn, listingOn } from '../domain/listing.js';
import type { Therapist } from '../domain/therapist.js';
import { indexEntry } from '../search/entry.js';
import type { IndexChange } from '../search/search-index.js';
import type { SearchServer } from '../search/search-server.js';
import type { Change, IndexMark, TherapistStore } from '../storage/store.js';
import type { Held } from './leases.js';

/** What jobs need of an index on a server. */
export type ServerIndex = Pick<SearchServer, 'apply' | 'size' | 'rebuild' | 'turn'>;

/** The two ends of the sync: the store's records and the index on a server. */
export interface ServerFeed {
  therapists: TherapistStore;
  index: ServerIndex;
  clock: Clock;
}

type MayGoOn = Pick<Held, 'assertHeld'>;

/** Records sent at once. */
const BATCH = 1000;

/** Records read at once where all are read; the embedded store answers nothing else meanwhile. */
const PAGE = 250;

/** Earlier than any day that matters. */
const LONG_AGO: Day = '1900-01-01';

/** The change that an index takes for a record on that day. */
export function changeOn(day: Day, id: string, therapist: Therapist | null): IndexChange {
  const listing = therapist && listingOn(therapist, day);
  return { id, entry: listing && indexEntry(listing) };
}

/** Every record of the store, a page at a time. */
export async function* everyPage(therapists: TherapistStore): AsyncGenerator<Therapist[]> {
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await therapists.page(after, PAGE);
    yield page.therapists;
    after = page.next;
    await breathe();
  }
}

/**
 * Sends the records that the server does not hold as they are, and marks their revisions once the server has confirmed them. Records
 * written meanwhile are left to the next run: under constant writes this would never end.
 */
export async function sendUnindexed({ therapists, index, clock }: ServerFeed, held: MayGoOn): Promise<void> {
  for (let isFull = true; isFull; ) {
    const batch = await therapists.unindexed(BATCH);
    isFull = batch.length === BATCH;
    if (batch.length === 0) return;
    const day = toDay(clock.now());
    held.assertHeld();
    await index.apply(batch.map((therapist) => changeOn(day, therapist.id, therapist)));
    await therapists.markManyIndexed(batch.map(({ id, revision }) => ({ id, revision })));
  }
}

/** Removes from the index what was removed from the store since `cursor`, and answers the new cursor. */
export async function sendRemovals(feed: ServerFeed, cursor: string, held: MayGoOn): Promise<string> {
  return forChanges(feed.therapists, cursor, async (changes) => {
    const gone = changes.filter(({ therapist }) => therapist === null);
    held.assertHeld();
    await feed.index.apply(gone.map(({ id }) => ({ id, entry: null })));
  });
}

/**
 * Removes the mark from every record written since `cursor`, before a new index replaces the one that has them. If the process dies at
 * any moment afterwards, they are sent again.
 */
export async function unmark({ therapists }: ServerFeed, cursor: string): Promise<void> {
  await forChanges(therapists, cursor, async (changes) => {
    const there = changes.filter(({ therapist }) => therapist !== null);
    await therapists.markManyIndexed(there.map(({ id }) => ({ id, revision: 0 })));
  });
}

/**
 * Sends the listings that the calendar has changed after `since` (`null`: at any time), without a write: a license that ended, 120 days
 * without confirmation. Then rotates equal listings for the day.
 */
export async function sendDays(feed: ServerFeed, since: Day | null, held: MayGoOn): Promise<Day> {
  const { therapists, index, clock } = feed;
  const day = toDay(clock.now());
  const hasChanged = (therapist: Therapist) => {
    const next = listingChangesOn(therapist, since ?? LONG_AGO);
    return next !== null && next <= day;
  };
  for await (const page of everyPage(therapists)) {
    held.assertHeld();
    await index.apply(page.filter(hasChanged).map((therapist) => changeOn(day, therapist.id, therapist)));
  }
  await index.turn();
  return day;
}

/** Marks any number of records. */
export async function markAll(therapists: TherapistStore, marks: readonly IndexMark[]): Promise<void> {
  for (let start = 0; start < marks.length; start += BATCH) {
    await therapists.markManyIndexed(marks.slice(start, start + BATCH));
    await breathe();
  }
}

export function markOf({ id, revision }: Therapist): IndexMark {
  return { id, revision };
}

async function forChanges(
  therapists: TherapistStore,
  from: string,
  work: (changes: readonly Change[]) => Promise<void>,
): Promise<string> {
  let cursor = from;
  for (let more = true; more; ) {
    const found = await therapists.changesSince(cursor, BATCH);
    if (found.changes.length > 0) await work(found.changes);
    ({ cursor, more } = found);
  }
  return cursor;
}
