/**
 * A process that adds and changes listings continuously: `node writer-process.js ADDRESS`. It reports each
 * acknowledged write to its parent. When the store was unreachable, it reads the record again and continues. It
 * ends on a message from its parent.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { toDay } from '../../src/domain/calendar.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { Conflict, StoreUnreachable } from '../../src/storage/store.js';
import { seededRandom } from '../crash/random.js';
import { openStoreAt } from '../support/open-store-at.js';
import { aTherapist } from '../support/therapist-builder.js';

export interface Acknowledged {
  id: string;
  revision: number;
  hourly: number | null;
}

const GAP_MS = 30;
const AWAY_MS = 200;
const MOST_ADDED = 300;
const NEW_SHARE = 0.25;

const { therapists, close } = await openStoreAt(process.argv[2] ?? '');
const random = seededRandom(7);
const known = new Map<string, Therapist>();
for (const one of (await therapists.page(null, 1000)).therapists) known.set(one.id, one);
let made = 0;
let running = true;
process.once('message', () => {
  running = false;
});
process.send?.('open');

while (running) {
  await (made < MOST_ADDED && random() < NEW_SHARE ? add() : change());
  await pause(GAP_MS);
}
await close();
process.disconnect();

function add(): Promise<void> {
  const key = `added${String(++made).padStart(6, '0')}`;
  const who = { id: key, slug: key, email: `${key}@practice.example`, today: toDay(new Date()) };
  const therapist = aTherapist({ ...who, published: { name: `Ada ${key}`, fees: { hourly: fee() } } });
  return report(therapist.id, () => therapists.insert(therapist));
}

/** Changes a fee. Pauses or resumes some of the records it added itself. */
function change(): Promise<void> {
  const ids = [...known.keys()];
  const before = known.get(ids[Math.floor(random() * ids.length)] ?? '');
  if (!before?.published) return Promise.resolve();
  const published = { ...before.published, fees: { ...before.published.fees, hourly: fee() } };
  const pausable = before.id.startsWith('added') && random() < 0.2;
  const status = !pausable ? before.status : before.status === 'listed' ? 'paused' : 'listed';
  return report(before.id, () => therapists.update({ ...before, published, status }));
}

function fee(): number {
  return 100 + Math.floor(random() * 300);
}

async function report(id: string, write: () => Promise<Therapist>): Promise<void> {
  const written = await write().catch(ignoreOutage);
  if (written === null) return readAgain(id);
  known.set(id, written);
  const acknowledged: Acknowledged = {
    id,
    revision: written.revision,
    hourly: written.published?.fees.hourly ?? null,
  };
  process.send?.(acknowledged);
}

/** An interrupted write may have happened, so the record is read again. */
async function readAgain(id: string): Promise<void> {
  for (;;) {
    const found = await therapists.get(id).then((therapist) => ({ therapist }), ignoreOutage);
    if (found?.therapist) known.set(id, found.therapist);
    else if (found) known.delete(id);
    if (found) return;
    await pause(AWAY_MS);
  }
}

/** @throws every error other than an unreachable store or a conflict */
function ignoreOutage(error: unknown): null {
  if (error instanceof StoreUnreachable || error instanceof Conflict) return null;
  throw error;
}
