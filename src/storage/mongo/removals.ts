import type { Context } from './context.js';
import { withChangeNumbers } from './numbered.js';

/** Records removed under one ticket. */
const BATCH = 1000;

/** Removes a record for good, and records the removal. */
export async function removeOne(context: Context, id: string): Promise<void> {
  const found = await context.therapists.findOne({ _id: id, live: true }, { _id: 1 }).lean();
  if (found !== null) await removeAll(context, [id], {});
}

/**
 * Removes every record marked `demo`. Each record is removed separately, so after a crash the next call
 * continues.
 */
export async function removeDemo(context: Context): Promise<number> {
  let removed = 0;
  for (;;) {
    const rows = await context.therapists.find({ live: true, demo: true }, { _id: 1 }).limit(BATCH).lean();
    if (rows.length === 0) return removed;
    const ids = rows.map(({ _id }) => _id);
    removed += await removeAll(context, ids, { demo: true });
  }
}

/**
 * Records the removals before it deletes: readers ignore a removal of a record that still exists, but would
 * miss one that was never recorded.
 */
async function removeAll(context: Context, ids: string[], filter: { demo?: true }): Promise<number> {
  const noted = (from: number) => note(context, ids, from);
  return withChangeNumbers(
    context,
    ids.length,
    async (from) => {
      await noted(from);
      const { deletedCount } = await context.therapists.deleteMany({
        ...filter,
        _id: { $in: ids },
        live: true,
      });
      return deletedCount;
    },
    noted,
  );
}

/**
 * Each removal has its own number, so no two writers race for one. The server dates it, because the server
 * deletes it.
 */
async function note({ removals }: Context, ids: readonly string[], from: number): Promise<void> {
  await removals.bulkWrite(
    ids.map((id, index) => ({
      updateOne: {
        filter: { _id: from + index },
        update: { $set: { id }, $currentDate: { at: true } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}
