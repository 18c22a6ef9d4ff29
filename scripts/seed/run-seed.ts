import { setImmediate as breathe } from 'node:timers/promises';
import { clearDemo } from '../../src/demo/extras.js';
import { type DemoFiles, loadDemo, refreshDemo } from '../../src/demo/load-demo.js';
import { readSeeds } from '../../src/demo/read-seeds.js';
import { seedResolver } from '../../src/demo/resolve-seed.js';
import type { Store, TherapistStore } from '../../src/storage/store.js';
import { type SeedArguments, UsageError } from './arguments.js';
import { generatedId, generatedIndex, generateTherapists } from './generate.js';
import type { Progress } from './progress.js';

export interface SeedTools {
  store: Store;
  files: DemoFiles;
  now: Date;
  production: boolean;
  say: (text: string) => void;
  progress: Progress;
  /** Aborted when the person interrupts: the batch under way is finished, no other begun. */
  signal: AbortSignal;
}

const BATCH = 1000;
/** Beyond it an NPI would repeat one of the frozen therapists. */
const MOST_INDEX = 90_000_000;

/**
 * Does what the arguments of `npm run seed` ask for, and says what it did. Each batch is added whole or not at all, so an interrupted run
 * leaves valid records, and the next run continues after them.
 * @throws UsageError in production without `--yes-in-production`. @throws SeedRefused when a seed file is broken.
 */
export async function runSeed(args: SeedArguments, tools: SeedTools): Promise<void> {
  const { store, say, production } = tools;
  const adds = args.count !== null || !args.clear;
  // Beside real people, invented ones cost a patient a call that nobody answers, and mark the whole site as fictional.
  if (adds && production && !args.yesInProduction)
    throw new UsageError('This is production: add --yes-in-production to put fictional people here.');
  if (args.clear) say(`Removed ${await clearDemo(store)} fictional therapists.`);
  if (args.count !== null) await generate(args.count, args.seed, tools);
  else if (!args.clear) await loadOrRefresh(tools);
}

async function loadOrRefresh(tools: SeedTools): Promise<void> {
  const ids = (await readSeeds(tools.files.therapists, tools.now)).map(({ id }) => id);
  if (await anyPresent(tools.store.therapists, ids))
    tools.say(`Brought ${await refreshDemo(tools)} fictional therapists up to today.`);
  else tools.say(`Loaded ${await loadDemo(tools)} fictional therapists.`);
}

async function anyPresent(store: TherapistStore, ids: readonly string[]): Promise<boolean> {
  for (let start = 0; start < ids.length; start += BATCH)
    if ((await store.getMany(ids.slice(start, start + BATCH))).length > 0) return true;
  return false;
}

async function generate(count: number, seed: string, tools: SeedTools): Promise<void> {
  const { now, progress, signal, say } = tools;
  const store = tools.store.therapists;
  const startAt = await nextIndex(store);
  if (startAt + count > MOST_INDEX) throw new UsageError('There are too many: clear them first.');
  const resolve = seedResolver(now);
  const makeBatch = (from: number, size: number) =>
    Array.from(generateTherapists({ count: size, seed, startAt: startAt + from }), resolve);
  let added = 0;
  progress.start(count);
  try {
    while (added < count && !signal.aborted) {
      const size = Math.min(BATCH, count - added);
      await store.insertMany(makeBatch(added, size));
      added += size;
      progress.at(added);
      // The embedded store never waits; without this an interruption would be heard only at the end.
      await breathe();
    }
  } finally {
    progress.stop();
  }
  const left = added < count ? `, then stopped as asked; ${count - added} are left` : '';
  say(`Added ${added} fictional therapists${left}.`);
}

/** The index after that of the last generated therapist in the store, by binary search, because ids sort as indexes do. */
export async function nextIndex(store: TherapistStore): Promise<number> {
  const anyFrom = async (index: number) => {
    const before = index === 0 ? 'demo' : generatedId(index - 1);
    const [next] = (await store.page(before, 1)).therapists;
    return next !== undefined && generatedIndex(next.id) !== null;
  };
  let low = 0;
  let high = MOST_INDEX;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await anyFrom(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
