import { isDeepStrictEqual } from 'node:util';
import { toDay } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import { wantedAuthority } from '../domain/workflow/publish.js';
import { Conflict, type Store } from '../storage/store.js';
import { addAround, refreshAround } from './around.js';
import { readSeeds, readStories } from './read-seeds.js';
import { resolveSeed } from './resolve-seed.js';
import type { Story } from './story.js';
import { tellStory, toldOn } from './tell-story.js';

/*
 * The demonstration: fictional therapists that a fresh store starts with. `seed/therapists.jsonl` holds listings with ages instead of
 * dates (`seed-therapist.ts`), `resolve-seed.ts` turns ages into dates by the clock; `seed/applications.jsonl` holds applications in
 * every status with all that happened to them (`story.ts`, `tell-story.ts`); `around.ts` adds what lies around them. Here they go
 * into the store. `ensureDemo` is what the app calls at each start. More listings come from `npm run seed -- --count N`.
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

export interface DemoTools {
  store: Store;
  files: DemoFiles;
  now: Date;
}

const PAGE = 1000;

/**
 * Fills an empty store, brings the dates of a demonstration that is there already up to today, and leaves a store without
 * demonstration records alone. Answers how many records it added and how many it dated anew.
 * @throws SeedRefused when a file breaks its schema; the store is untouched then.
 */
export async function ensureDemo(tools: DemoTools): Promise<{ loaded: number; refreshed: number }> {
  const { therapists } = tools.store;
  if ((await therapists.count()) === 0)
    return { loaded: (await unlessTaken(() => loadDemo(tools))) ?? 0, refreshed: 0 };
  if ((await therapists.count({ demo: true })) === 0) return { loaded: 0, refreshed: 0 };
  return { loaded: 0, refreshed: await refreshDemo(tools) };
}

/**
 * Adds every therapist of the files, all or none, and answers how many.
 * @throws SeedRefused when a file breaks its schema. @throws Conflict when an id, slug or e-mail is in the store already.
 */
export async function loadDemo({ store, files, now }: DemoTools): Promise<number> {
  const seeds = await readSeeds(files.therapists, now);
  const stories = await readStories(files.applications, now);
  const records = [
    ...seeds.map((seed) => resolveSeed(seed, now)),
    ...stories.map((one) => tellStory(one, now)),
  ];
  // Before the therapists: who dies in between finds an empty store at the next start, and begins anew.
  await addAround(store, { reports: files.reports, listed: records, today: toDay(now) });
  await store.therapists.insertMany(records);
  return records.length;
}

/**
 * Writes the records of the files anew with today's dates, and answers how many differed. Left alone: what was removed, what is not
 * `demo`, what a person has edited (its draft was ever written), paused, suspended or otherwise decided on. A record that the clock
 * let lapse or suspended comes back, because only a machine that ran long without a restart, or looked ahead, made it old. Generated
 * records are not in the file and grow old: clear them and generate again.
 * @throws SeedRefused when a file breaks its schema.
 */
export async function refreshDemo({ store, files, now }: DemoTools): Promise<number> {
  const seeds = await readSeeds(files.therapists, now);
  const stories = new Map((await readStories(files.applications, now)).map((story) => [story.id, story]));
  const fresh = [
    ...seeds.map((seed) => resolveSeed(seed, now)),
    ...[...stories.values()].map((story) => tellStory(story, now)),
  ];
  let refreshed = 0;
  for (let start = 0; start < fresh.length; start += PAGE) {
    const page = new Map(fresh.slice(start, start + PAGE).map((record) => [record.id, record]));
    for (const kept of await store.therapists.getMany([...page.keys()])) {
      const next = dated(kept, page.get(kept.id)!);
      if (isDeepStrictEqual(next, kept)) continue;
      const story = stories.get(kept.id);
      if (!(story === undefined ? isRefreshable(kept) : isAsTold(kept, story))) continue;
      if (await unlessTaken(() => store.therapists.update(next))) refreshed++;
    }
  }
  await refreshAround(store, { reports: files.reports, listed: fresh, today: toDay(now) });
  return refreshed;
}

function isRefreshable(therapist: Therapist): boolean {
  const { demo, draft, draftRevision, status } = therapist;
  const isShown = status === 'listed' || status === 'lapsed' || wantedAuthority(therapist);
  return demo && draft === null && draftRevision === 0 && isShown;
}

/** Whether the record is what the story made of it on the day when it was last told; only a clock may have looked at it since. */
function isAsTold(kept: Therapist, story: Story): boolean {
  const told = tellStory(story, new Date(`${toldOn(story, kept)}T00:00:00.000Z`));
  const since = kept.history.slice(told.history.length);
  const plain = (record: Therapist): Partial<Therapist> => {
    const { revision, indexedRevision, status, confirmKey, queuedEmails, nextDueAt, updatedAt, ...rest } =
      record;
    return { ...rest, history: record.history.slice(0, told.history.length) };
  };
  return since.every(({ by }) => by.role === 'clock') && isDeepStrictEqual(plain(kept), plain(told));
}

/** The record of today in the place of the one that is kept. */
function dated(kept: Therapist, today: Therapist): Therapist {
  return { ...today, revision: kept.revision, indexedRevision: kept.indexedRevision };
}

/** What `write` answers, or `null` when another process that started at the same moment has written the same already. */
async function unlessTaken<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Conflict) return null;
    throw error;
  }
}
