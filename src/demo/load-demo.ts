import { isDeepStrictEqual } from 'node:util';
import type { Therapist } from '../domain/therapist.js';
import { Conflict, type TherapistStore } from '../storage/store.js';
import { readSeeds } from './read-seeds.js';
import { resolveSeed } from './resolve-seed.js';

/*
 * The demonstration: fictional therapists that a fresh store starts with. `seed/therapists.jsonl` holds them with ages instead of
 * dates (`seed-therapist.ts`), `resolve-seed.ts` turns ages into dates by the clock, and here they go into the store. `ensureDemo`
 * is what the app calls at each start. More of the same kind come from `npm run seed -- --count N` (`scripts/seed`).
 */

export interface DemoTools {
  store: TherapistStore;
  /** The path of the JSONL file. */
  file: string;
  now: Date;
}

const PAGE = 1000;

/**
 * Fills an empty store, brings the dates of a demonstration that is there already up to today, and leaves a store without
 * demonstration records alone. Answers how many records it added and how many it dated anew.
 * @throws SeedRefused when the file breaks its schema; the store is untouched then.
 */
export async function ensureDemo(tools: DemoTools): Promise<{ loaded: number; refreshed: number }> {
  const { store } = tools;
  if ((await store.count()) === 0)
    return { loaded: (await unlessTaken(() => loadDemo(tools))) ?? 0, refreshed: 0 };
  if ((await store.count({ demo: true })) === 0) return { loaded: 0, refreshed: 0 };
  return { loaded: 0, refreshed: await refreshDemo(tools) };
}

/**
 * Adds every therapist of the file, all or none, and answers how many.
 * @throws SeedRefused when the file breaks its schema. @throws Conflict when an id, slug or e-mail is in the store already.
 */
export async function loadDemo({ store, file, now }: DemoTools): Promise<number> {
  const seeds = await readSeeds(file, now);
  await store.insertMany(seeds.map((seed) => resolveSeed(seed, now)));
  return seeds.length;
}

/**
 * Writes the records of the file anew with today's dates, and answers how many differed. Left alone: what was removed, what is not
 * `demo`, what a person has edited (its draft was ever written), paused, suspended or otherwise decided on. A record that the clock
 * let lapse comes back, because only a machine that ran long without a restart made it old. Generated records are not in the file
 * and grow old: clear them and generate again.
 * @throws SeedRefused when the file breaks its schema.
 */
export async function refreshDemo({ store, file, now }: DemoTools): Promise<number> {
  const fresh = (await readSeeds(file, now)).map((seed) => resolveSeed(seed, now));
  let refreshed = 0;
  for (let start = 0; start < fresh.length; start += PAGE) {
    const page = new Map(fresh.slice(start, start + PAGE).map((record) => [record.id, record]));
    for (const kept of await store.getMany([...page.keys()])) {
      const next = dated(kept, page.get(kept.id)!);
      if (!isRefreshable(kept) || isDeepStrictEqual(next, kept)) continue;
      if (await unlessTaken(() => store.update(next))) refreshed++;
    }
  }
  return refreshed;
}

function isRefreshable({ demo, draft, draftRevision, status }: Therapist): boolean {
  return demo && draft === null && draftRevision === 0 && (status === 'listed' || status === 'lapsed');
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
