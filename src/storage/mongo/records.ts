import { checkKeys, checkLimit, MOST_AT_ONCE } from '../limits.js';
import type { RecordKind, RecordStore, SmallRecord } from '../small-records.js';
import { Conflict, Missing } from '../store.js';
import type { Context } from './context.js';
import { isDuplicate } from './failures.js';
import type { RecordRow } from './row-shapes.js';
import { pageAfter } from './tagged.js';

/** How often to try a restore while other writers remove and insert the record. */
const MOST_TRIES = 20;

/**
 * Records of one kind; all kinds share one collection. A key begins with the kind, so that `_id` alone keeps
 * keys unique and ordered.
 */
export function recordStore<R extends SmallRecord>(
  { records }: Pick<Context, 'records'>,
  kind: RecordKind<R>,
): RecordStore<R> {
  const key = (id: string) => `${kind.name}/${id}`;
  /** "0" is the character after "/", so this bound follows every key of the kind. */
  const end = `${kind.name}0`;
  const read = ({ record }: RecordRow) => record as unknown as R;

  function rowOf(record: R): RecordRow {
    const tags = [...new Set(kind.tags(record))];
    checkKeys(record.id, tags);
    return {
      _id: key(record.id),
      kind: kind.name,
      revision: record.revision,
      tags,
      at: kind.at(record),
      endsAt: kind.endsAt(record),
      record: record as unknown as RecordRow['record'],
    };
  }

  /** Returns `false` when the id is taken. */
  async function add(row: RecordRow): Promise<boolean> {
    return records.insertMany([row], { rawResult: true }).then(
      () => true,
      (error: unknown) => {
        if (isDuplicate(error)) return false;
        throw error;
      },
    );
  }

  /** Returns `false` when no record matches. */
  async function replace({ _id, ...row }: RecordRow, seen: { revision?: number }): Promise<boolean> {
    const { matchedCount } = await records.updateOne({ _id, ...seen }, { $set: row });
    return matchedCount > 0;
  }

  return {
    async insert(record) {
      const first = structuredClone({ ...record, revision: 1 });
      if (!(await add(rowOf(first)))) throw new Conflict('id', `Another ${kind.name} has this id.`);
      return first;
    },
    async update(record) {
      const next = structuredClone({ ...record, revision: record.revision + 1 });
      if (await replace(rowOf(next), { revision: record.revision })) return next;
      if ((await records.findOne({ _id: key(record.id) }, { _id: 1 }).lean()) === null)
        throw new Missing(`There is no ${kind.name} of this id.`);
      throw new Conflict('revision', `The ${kind.name} was written since revision ${record.revision}.`);
    },
    // No upsert: one that loses a race fails differently on each server.
    async restore(record) {
      const row = rowOf(record);
      for (let tries = 0; tries < MOST_TRIES; tries++)
        if ((await replace(row, {})) || (await add(row))) return;
      throw new Error(
        `The ${kind.name} could not be restored, because other writers kept removing and inserting it: try again.`,
      );
    },
    async remove(id) {
      return (await records.deleteOne({ _id: key(id) })).deletedCount === 1;
    },
    async get(id) {
      const row = await records.findOne({ _id: key(id) }).lean<RecordRow>();
      return row === null ? null : read(row);
    },
    async tagged(tag, options) {
      checkLimit(options.limit);
      const { condition, order } = pageAfter('at', options, key);
      const rows = await records
        .find({ kind: kind.name, tags: tag, ...condition })
        .sort(order)
        .limit(options.limit)
        .lean<RecordRow[]>();
      return rows.map(read);
    },
    count: (tag) => records.countDocuments({ kind: kind.name, tags: tag }).exec(),
    async page(after, limit) {
      checkLimit(limit);
      const rows = await records
        .find({ _id: { $gt: key(after ?? ''), $lt: end } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<RecordRow[]>();
      return rows.map(read);
    },
    async sweep(now) {
      const ended = { kind: kind.name, endsAt: { $lte: now } };
      const rows = await records.find(ended, { _id: 1 }).sort({ endsAt: 1 }).limit(MOST_AT_ONCE).lean();
      if (rows.length === 0) return 0;
      // Filtered again: an update may have extended a record meanwhile.
      const { deletedCount } = await records.deleteMany({
        ...ended,
        _id: { $in: rows.map(({ _id }) => _id) },
      });
      return deletedCount;
    },
  };
}
