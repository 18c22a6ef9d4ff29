import type { Therapist } from '../../domain/therapist.js';
import { latestVersion } from '../record-versions.js';
import type { Context } from './context.js';
import type { TherapistRow } from './row-shapes.js';
import { contentOf, toTherapist } from './rows.js';

/** Records rewritten by one command. */
const BATCH = 500;

/**
 * Rewrites every record in the latest version. Each record stores its own version, so the work continues after
 * a kill or beside another process. A record written meanwhile is picked up again. The index mark stays as it
 * is.
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
