/** `node dist/scripts/bench-store.js [RECORDS]`: measures the embedded store on this machine. */
import { join } from 'node:path';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { openEmbeddedStore } from '../src/storage/embedded/open-embedded-store.js';
import { removeFolder, temporaryFolder } from '../test/support/temporary-folder.js';
import { aTherapist } from '../test/support/therapist-builder.js';

const RECORDS = Number(process.argv[2] ?? 100_000);
const folder = await temporaryFolder();
const file = join(folder, 'holdspace.db');
const all = Array.from({ length: RECORDS }, () => aTherapist());
const { therapists, close } = await openEmbeddedStore({ file });
const firstCursor = await therapists.cursor();

await measure('insertMany, in one transaction', RECORDS, () => therapists.insertMany(all));
await measure('get by id', 20_000, (times) => each(times, (index) => therapists.get(some(index).id)));
await measure('get by slug', 20_000, (times) =>
  each(times, (index) => therapists.getBySlug(some(index).slug)),
);
await measure('getMany of 20', 1000, (times) =>
  each(times, (index) => therapists.getMany(all.slice(index, index + 20).map(({ id }) => id))),
);
await measure('changesSince, all by 1,000', RECORDS, readChanges);
await measure('changesSince, nothing new', 20_000, async (times) => {
  const now = await therapists.cursor();
  await each(times, () => therapists.changesSince(now, 100));
});
await measure('update, each synced', 2000, async (times) => {
  let latest = await therapists.insert(aTherapist());
  for (let index = 0; index < times; index++) latest = await therapists.update(latest);
});
await measure('insert, each synced', 1000, (times) => each(times, () => therapists.insert(aTherapist())));
await close();
await measure('open again', 1, async () => {
  await (await openEmbeddedStore({ file })).close();
});
await removeFolder(folder);

async function measure(
  name: string,
  times: number,
  work: (times: number) => Promise<unknown>,
): Promise<void> {
  const start = performance.now();
  await work(times);
  const took = performance.now() - start;
  const perSecond = Math.round((times / took) * 1000).toLocaleString('en');
  console.log(
    `${name.padEnd(32)}${took.toFixed(0).padStart(7)} ms for ${times}, ${perSecond.padStart(8)} a second`,
  );
}

function some(index: number) {
  return all[(index * 7919) % all.length]!;
}

/** Yields to the event loop now and then: the driver frees memory only there. */
async function each(times: number, work: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < times; index++) {
    await work(index);
    if (index % 500 === 0) await yieldToEventLoop();
  }
}

async function readChanges(): Promise<void> {
  for (let cursor = firstCursor, more = true; more; ) {
    ({ cursor, more } = await therapists.changesSince(cursor, 1000));
    await yieldToEventLoop();
  }
}
