import type { Instant } from '../../domain/calendar.js';
import { checkKeys, checkLimit, MOST_AT_ONCE } from '../limits.js';
import type { RecordKind, RecordStore, SmallRecord } from '../small-records.js';
import { Conflict, Missing } from '../store.js';
import { type Context, write } from './context.js';
import { pageAfter } from './tagged.js';

const PUT = `INSERT INTO records (kind, id, revision, ends_at, doc) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (kind, id) DO UPDATE SET
               revision = excluded.revision, ends_at = excluded.ends_at, doc = excluded.doc`;
const TAG = 'INSERT INTO record_tags (kind, tag, at, id) VALUES (?, ?, ?, ?)';
const UNTAG = 'DELETE FROM record_tags WHERE kind = ? AND id = ?';
const REMOVE = 'DELETE FROM records WHERE kind = ? AND id = ?';

interface Row {
  doc: string;
}

/** Records of one kind, all in one table. */
export function recordStore<R extends SmallRecord>(context: Context, kind: RecordKind<R>): RecordStore<R> {
  const { connection } = context;
  const read = ({ doc }: Row) => JSON.parse(doc) as R;
  /** No record has a key with a NUL. */
  const isPossibleKey = (key: string) => !key.includes('\0');

  function revisionOf(id: string): number | null {
    const sql = 'SELECT revision FROM records WHERE kind = ? AND id = ?';
    return connection.all<{ revision: number }>(sql, kind.name, id)[0]?.revision ?? null;
  }

  /** The values to write for a record. @throws RangeError as {@link checkKeys} does. */
  function entryOf(record: R) {
    const tags = [...new Set(kind.tags(record))];
    checkKeys(record.id, tags);
    return { ...record, tags, at: kind.at(record), endsAt: kind.endsAt(record), doc: JSON.stringify(record) };
  }

  function put({ id, revision, tags, at, endsAt, doc }: ReturnType<typeof entryOf>): void {
    connection.run(PUT, kind.name, id, revision, endsAt, doc);
    connection.run(UNTAG, kind.name, id);
    for (const tag of tags) connection.run(TAG, kind.name, tag, at, id);
  }

  function drop(id: string): boolean {
    connection.run(UNTAG, kind.name, id);
    return connection.run(REMOVE, kind.name, id) > 0;
  }

  function endedAt(now: Instant): string[] {
    const sql = `SELECT id FROM records INDEXED BY records_ending
                 WHERE kind = ? AND ends_at <= ? ORDER BY ends_at LIMIT ?`;
    return connection.all<{ id: string }>(sql, kind.name, now, MOST_AT_ONCE).map(({ id }) => id);
  }

  return {
    async insert(record) {
      const first = structuredClone({ ...record, revision: 1 });
      const entry = entryOf(first);
      write(context, () => {
        if (revisionOf(record.id) !== null) throw new Conflict('id', `Another ${kind.name} has this id.`);
        put(entry);
      });
      return first;
    },
    async update(record) {
      const next = structuredClone({ ...record, revision: record.revision + 1 });
      const entry = entryOf(next);
      write(context, () => {
        const current = revisionOf(record.id);
        if (current === null) throw new Missing(`There is no ${kind.name} of this id.`);
        if (current !== record.revision)
          throw new Conflict('revision', `The ${kind.name} was written since revision ${record.revision}.`);
        put(entry);
      });
      return next;
    },
    async restore(record) {
      const entry = entryOf(record);
      write(context, () => put(entry));
    },
    remove: async (id) => isPossibleKey(id) && write(context, () => drop(id)),
    async get(id) {
      if (!isPossibleKey(id)) return null;
      const [row] = connection.all<Row>('SELECT doc FROM records WHERE kind = ? AND id = ?', kind.name, id);
      return row === undefined ? null : read(row);
    },
    async tagged(tag, options) {
      checkLimit(options.limit);
      if (!isPossibleKey(tag)) return [];
      const { condition, order, values } = pageAfter(options);
      const sql = `SELECT r.doc FROM record_tags AS g JOIN records AS r ON r.kind = g.kind AND r.id = g.id
                   WHERE g.kind = ? AND g.tag = ? ${condition} ORDER BY ${order} LIMIT ?`;
      return connection.all<Row>(sql, kind.name, tag, ...values, options.limit).map(read);
    },
    async count(tag) {
      if (!isPossibleKey(tag)) return 0;
      const sql = 'SELECT count(*) AS rows FROM record_tags WHERE kind = ? AND tag = ?';
      return connection.all<{ rows: number }>(sql, kind.name, tag)[0]?.rows ?? 0;
    },
    async page(after, limit) {
      checkLimit(limit);
      const sql = 'SELECT doc FROM records WHERE kind = ? AND id > ? ORDER BY id LIMIT ?';
      return connection.all<Row>(sql, kind.name, after ?? '', limit).map(read);
    },
    async sweep(now) {
      if (endedAt(now).length === 0) return 0;
      // Queried again in the transaction: an update may have extended a record meanwhile.
      return write(context, () => endedAt(now).filter(drop).length);
    },
  };
}
