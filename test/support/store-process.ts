/**
 * A process that works on a store beside the test: `node store-process.js ADDRESS NAME COUNT`. It opens the store, says so, waits for
 * a word, inserts COUNT records named after NAME, updates each, removes every fifth, and tells how long the longest write took.
 */
import { openStoreAt } from './open-store-at.js';
import { aTherapist } from './therapist-builder.js';

const [address = '', name = '', count = '0'] = process.argv.slice(2);
const { therapists, close } = await openStoreAt(address);
let longest = 0;

async function timed<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  longest = Math.max(longest, performance.now() - start);
  return result;
}

async function writeAll(): Promise<void> {
  for (let index = 0; index < Number(count); index++) {
    const key = `${name}${String(index).padStart(8, '0')}`;
    const wish = { id: key, slug: key, email: `${key}@practice.example` };
    const first = await timed(() => therapists.insert(aTherapist(wish)));
    await timed(() => therapists.update({ ...first, status: 'paused' }));
    if (index % 5 === 0) await timed(() => therapists.remove(first.id));
  }
}

process.once('message', async () => {
  const start = performance.now();
  await writeAll();
  await close();
  process.send?.({ longest, took: performance.now() - start });
  process.disconnect();
});
process.send?.('open');
