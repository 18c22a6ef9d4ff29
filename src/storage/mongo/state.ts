import { latestVersion, type RecordStep, tooNew } from '../record-versions.js';
import { StoreRefused } from '../store.js';
import { isDuplicate } from './failures.js';
import type { Models } from './models.js';
import type { StateRow } from './row-shapes.js';

export const STATE_ID = 'therapists';

/** The version of the layout of collections and indexes. */
export const LAYOUT = 2;

type WithStates = Pick<Models, 'states'>;

export async function readState({ states }: WithStates): Promise<StateRow> {
  const state = await states.findById(STATE_ID).lean();
  if (state === null) throw new Error('The database has lost its state: open the store again.');
  return state;
}

/**
 * Creates the state when missing, and claims the records for this program's version, which stops older programs
 * from writing.
 * @throws StoreRefused when the database is another program's, or a newer version of this one has claimed it.
 */
export async function claimState(models: Models, steps: readonly RecordStep[]): Promise<void> {
  const { states } = models;
  const recordVersion = latestVersion(steps);
  await makeState(models, recordVersion);
  const state = await readState(models);
  assertNotNewer(state, recordVersion);
  await states.updateOne(
    { _id: STATE_ID, recordVersion: { $lt: recordVersion } },
    { $set: { recordVersion } },
  );
}

/** @throws StoreRefused when a newer program has claimed the database. */
export function assertNotNewer(state: StateRow, recordVersion: number): void {
  if (state.layout > LAYOUT || state.recordVersion > recordVersion)
    throw tooNew('The database at MONGODB_URI');
}

async function makeState({ states, therapists }: Models, recordVersion: number): Promise<void> {
  if ((await states.findById(STATE_ID).lean()) !== null) return;
  if ((await therapists.findOne({}, { _id: 1 }).lean()) !== null)
    throw new StoreRefused(
      'The database at MONGODB_URI contains therapists of another program: set another database in MONGODB_URI.',
    );
  const fresh = { _id: STATE_ID, layout: LAYOUT, recordVersion, last: 0, open: {} };
  try {
    await states.insertMany([fresh]);
  } catch (error) {
    // Another process created it first.
    if (!isDuplicate(error)) throw error;
  }
}
