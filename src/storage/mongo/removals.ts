import type { Context } from './context.js';
import { numbered } from './numbered.js';

/** Records removed under one ticket. */
const BATCH = 1000;

/** Takes a record away for good, and notes that it went. */
export async function removeOne(context: Context, id: string): Promise<void> {
  const there = await context.therapists.findOne({ _id: id, live: true }, { _id: 1 }).lean();
  if (there !== null) await removeAll(context, [id], {});
}

/** Takes every record away that carries `demo`. Each goes by itself: after a death the next call goes on. */
export async function removeDemo(context: Context): Promise<number> {
  let removed = 0;
  for (;;) {
    const rows = await context.therapists.find({ live: true, demo: true }, { _id: 1 }).limit(BATCH).lean();
    if (rows.length === 0) return removed;
    const ids = rows.map(({ _id }) => _id);
    removed += await removeAll(context, ids, { demo: true });
  }
}

/** Notes first and removes then: a note too many is seen through by readers, a missing one is not. */
async function removeAll(context: Context, ids: string[], still: { demo?: true }): Promise<number> {
  const noted = (from: number) => note(context, ids, from);
  return numbered(
    context,
    ids.length,
    async (from) => {
      await noted(from);
      const { deletedCount } = await context.therapists.deleteMany({
        ...still,
        _id: { $in: ids },
        live: true,
      });
      return deletedCount;
    },
    noted,
  );
}

/** Each note has a number of its own, so that no two writers race for one. Dated by the server, which will take them away. */
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
