import { isDeepStrictEqual } from 'node:util';
import { toDay } from '../domain/calendar.js';
import type { Finding } from '../domain/findings.js';
import type { Therapist } from '../domain/therapist.js';
import { wantedAuthority } from '../domain/workflow/publish.js';
import { Conflict, type Store } from '../storage/store.js';
import { addExtras, refreshExtras } from './extras.js';
import { readSeeds, readStories } from './read-seeds.js';
import { replayedOn, replayStory } from './replay-story.js';
import { resolveSeed } from './resolve-seed.js';
import type { Story } from './story.js';

/*
 * The demonstration: fictional therapists in a new store. `seed/therapists.jsonl` has listings with ages instead of dates
 * (`seed-therapist.ts`), and `resolve-seed.ts` turns the ages into dates. `seed/applications.jsonl` has applications in every
 * status with their history (`story.ts`, `replay-story.ts`). `extras.ts` adds reports, a sample and a reviewer. This file writes
 * them to the store; the app calls `ensureDemo` at each start. `npm run seed -- --count N` generates more listings.
 */

/** The paths of the seed files. */
export interface DemoFiles {
  /** Listings, JSONL. */
  therapists: string;
  /** Applications with their stories, JSONL. */
  applications: string;
  /** Reports, JSON. */
  reports: string;
}

export interface DemoDeps {
  store: Store;
  files: DemoFiles;
  now: Date;
}

const PAGE = 1000;

/**
 * Fills an empty store, or updates the dates of an existing demonstration. Leaves a store without demonstration
 * records unchanged. Returns how many records it added and how many it updated.
 * @throws SeedRefused when a file breaks its schema; the store is unchanged then.
 */
export async function ensureDemo(deps: DemoDeps): Promise<{ loaded: number; refreshed: number }> {
  const { therapists } = deps.store;
  if ((await therapists.count()) === 0)
    return { loaded: (await unlessTaken(() => loadDemo(deps))) ?? 0, refreshed: 0 };
  if ((await therapists.count({ demo: true })) === 0) return { loaded: 0, refreshed: 0 };
  return { loaded: 0, refreshed: await refreshDemo(deps) };
}

/**
 * Adds every therapist of the files, all or none. Returns how many.
 * @throws SeedRefused when a file breaks its schema.
 * @throws Conflict when an id, slug or email is already in the store.
 */
export async function loadDemo({ store, files, now }: DemoDeps): Promise<number> {
  const seeds = await readSeeds(files.therapists, now);
  const stories = await readStories(files.applications, now);
  const records = [
    ...seeds.map((seed) => resolveSeed(seed, now)),
    ...stories.map((one) => replayStory(one, now)),
  ];
  // Before the therapists, so that a process that dies in between finds an empty store at the next start and
  // begins again.
  await addExtras(store, { reports: files.reports, listed: records, today: toDay(now) });
  await store.therapists.insertMany(records);
  return records.length;
}

/**
 * Rewrites the records of the files with today's dates. Returns how many differed. Skips records that were
 * removed, are not `demo`, or that a person edited (its draft was ever written), paused, suspended or otherwise
 * decided on. A record that the clock let lapse or suspended is restored: only a machine that ran long without
 * a restart, or whose clock was shifted, made it old. Generated records are not in the file and grow old: clear
 * them and generate new ones.
 * @throws SeedRefused when a file breaks its schema.
 */
export async function refreshDemo({ store, files, now }: DemoDeps): Promise<number> {
  const seeds = await readSeeds(files.therapists, now);
  const stories = new Map((await readStories(files.applications, now)).map((story) => [story.id, story]));
  const fresh = [
    ...seeds.map((seed) => resolveSeed(seed, now)),
    ...[...stories.values()].map((story) => replayStory(story, now)),
  ];
  let refreshed = 0;
  for (let start = 0; start < fresh.length; start += PAGE) {
    const page = new Map(fresh.slice(start, start + PAGE).map((record) => [record.id, record]));
    for (const stored of await store.therapists.getMany([...page.keys()])) {
      const next = withRevisionOf(stored, page.get(stored.id)!);
      if (isDeepStrictEqual(next, stored)) continue;
      const story = stories.get(stored.id);
      if (!(story === undefined ? isRefreshable(stored) : isAsReplayed(stored, story))) continue;
      if (await unlessTaken(() => store.therapists.update(next))) refreshed++;
    }
  }
  await refreshExtras(store, { reports: files.reports, listed: fresh, today: toDay(now) });
  return refreshed;
}

function isRefreshable(therapist: Therapist): boolean {
  const { demo, draft, draftRevision, status } = therapist;
  const isShown = status === 'listed' || status === 'lapsed' || wantedAuthority(therapist);
  return demo && draft === null && draftRevision === 0 && isShown;
}

/**
 * Whether only the clock did anything to the record since its story was replayed. Whatever a person does leaves a
 * trace: an event, one more saved draft, an answer, a finding. The facts of the profile are not compared, because
 * a record from before the catalogue last changed has other facts, and has to be brought up to date too.
 */
function isAsReplayed(stored: Therapist, story: Story): boolean {
  const replayed = replayStory(story, new Date(`${replayedOn(story, stored)}T00:00:00.000Z`));
  const events = replayed.history.length;
  const traces = ({ demo, email, draftRevision, questions, history }: Therapist) => {
    const replayable = history.slice(0, events).map(({ id, at, by, action }) => [id, at, by, action]);
    return { demo, email, draftRevision, questions, replayable };
  };
  const isReplayed = (finding: Finding) =>
    replayed.findings.some((other) => isDeepStrictEqual(other, finding));
  return (
    stored.history.slice(events).every(({ by }) => by.role === 'clock') &&
    isDeepStrictEqual(traces(stored), traces(replayed)) &&
    stored.findings.every(isReplayed)
  );
}

/** Today's record with the revision and index mark of the stored one. */
function withRevisionOf(stored: Therapist, today: Therapist): Therapist {
  return { ...today, revision: stored.revision, indexedRevision: stored.indexedRevision };
}

/**
 * The result of `write`, or `null` when another process that started at the same time wrote the same records
 * first.
 */
async function unlessTaken<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Conflict) return null;
    throw error;
  }
}
