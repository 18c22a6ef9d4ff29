import { checkCount, checkLimit } from '../limits.js';
import { latestVersion } from '../record-versions.js';
import type { IndexMark, TherapistStore } from '../store.js';
import type { Context } from './context.js';
import type { Models } from './models.js';
import type { TherapistRow } from './row-shapes.js';
import { toTherapist } from './rows.js';

type IndexMarks = Pick<TherapistStore, 'markIndexed' | 'markManyIndexed' | 'unindexed'>;

/** Rows updated by one command. */
const BATCH = 1000;

export function indexMarks(context: Context): IndexMarks {
  const { therapists, steps } = context;

  async function mark(marks: readonly IndexMark[]): Promise<void> {
    checkCount(marks.length, 'marks');
    if (marks.length === 0) return;
    const updates = marks.flatMap((one) => updatesFor(one, latestVersion(steps)));
    await therapists.bulkWrite(updates, { ordered: true });
  }

  return {
    markIndexed: (id, revision) => mark([{ id, revision }]),
    markManyIndexed: mark,
    async unindexed(limit) {
      checkLimit(limit);
      const rows = await therapists
        .find({ live: true, unindexed: true })
        .sort({ change: 1 })
        .limit(limit)
        .lean<TherapistRow[]>();
      return rows.map((row) => toTherapist(row, steps));
    },
  };
}

/**
 * Two updates, because a plain update cannot compare fields: one for the record as sent, one for a record
 * written since.
 */
function updatesFor({ id: _id, revision }: IndexMark, latest: number) {
  const base = { _id, live: true, schemaVersion: { $lte: latest } };
  return [
    {
      updateOne: {
        filter: { ...base, revision },
        update: { $set: { indexedRevision: revision, unindexed: false } },
      },
    },
    {
      updateOne: {
        filter: { ...base, revision: { $ne: revision } },
        update: { $set: { indexedRevision: revision, unindexed: true } },
      },
    },
  ];
}

/**
 * Flags records from before the flag existed, so that the search server gets them. Sending one too many is
 * harmless.
 */
export async function flagOldRecords({ therapists }: Models): Promise<void> {
  for (;;) {
    const rows = await therapists
      .find({ live: { $in: [true, false] }, unindexed: { $exists: false } }, { _id: 1 })
      .limit(BATCH)
      .lean();
    if (rows.length === 0) return;
    const ids = rows.map(({ _id }) => _id);
    await therapists.updateMany(
      { _id: { $in: ids }, unindexed: { $exists: false } },
      { $set: { unindexed: true } },
    );
  }
}
