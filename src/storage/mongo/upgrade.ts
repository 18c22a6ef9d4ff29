import type { Therapist } from '../../domain/therapist.js';
import { latestVersion } from '../record-versions.js';
import type { Context } from './context.js';
import type { TherapistRow } from './row-shapes.js';
import { contentOf, toTherapist } from './rows.js';

/** Records rewritten by one command. */
const BATCH = 500;

/**
 * Writes every record back in the latest version. A record says its own version, so that after a kill, or beside another process,
 * the work simply goes on; one that was written meanwhile is left to be looked at again. The index mark stays as it is.
 */
export async function upgradeRecords({ therapists, steps }: Context): Promise<void> {
  const latest = latestVersion(steps);
  for (;;) {
    const older = await therapists
      .find({ schemaVersion: { $lt: latest } })
      .limit(BATCH)
      .lean<TherapistRow[]>();
    if (older.length === 0) return;
    const rewrites = older.map((row) => rewrite(row, toTherapist(row, steps)));
    await therapists.bulkWrite(rewrites, { ordered: false });
  }
}

function rewrite({ _id, revision, schemaVersion }: TherapistRow, upgraded: Therapist) {
  const { indexedRevision: _, unindexed: __, ...content } = contentOf(upgraded);
  return { updateOne: { filter: { _id, revision, schemaVersion }, update: { $set: content } } };
}
