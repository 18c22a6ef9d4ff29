import type { Therapist } from '../../domain/therapist.js';
import { emailKey } from '../email-key.js';
import { checkIds, checkLimit } from '../limits.js';
import type { TherapistStore } from '../store.js';
import type { Context } from './context.js';
import { COLUMNS, type Row, toTherapist } from './rows.js';

type Reads = Pick<
  TherapistStore,
  'get' | 'getMany' | 'getBySlug' | 'getByEmail' | 'page' | 'count' | 'due' | 'unindexed'
>;

export function therapistReads({ connection, steps }: Context): Reads {
  const decode = (row: Row): Therapist => toTherapist(row, steps);

  /** No record has a key with a NUL, and the driver would look up the part before it. */
  function one(column: 'id' | 'slug' | 'email_key', key: string): Therapist | null {
    if (key.includes('\0')) return null;
    const [row] = connection.all<Row>(`SELECT ${COLUMNS} FROM therapists WHERE ${column} = ?`, key);
    return row === undefined ? null : decode(row);
  }

  return {
    get: async (id) => one('id', id),
    getBySlug: async (slug) => one('slug', slug),
    getByEmail: async (email) => one('email_key', emailKey(email)),
    async getMany(ids) {
      checkIds(ids);
      const sql = `WITH wanted AS (SELECT key AS place, value AS wanted_id FROM json_each(?))
                   SELECT ${COLUMNS} FROM wanted JOIN therapists ON id = wanted_id ORDER BY place`;
      return connection.all<Row>(sql, JSON.stringify(ids)).map(decode);
    },
    async page(after, limit) {
      checkLimit(limit);
      const sql = `SELECT ${COLUMNS} FROM therapists WHERE id > ? ORDER BY id LIMIT ?`;
      const rows = connection.all<Row>(sql, after ?? '', limit + 1);
      const page = rows.slice(0, limit);
      return {
        therapists: page.map(decode),
        next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      };
    },
    async count(filter = {}) {
      const { demo } = filter;
      const [row] =
        demo === undefined
          ? connection.all<{ rows: number }>('SELECT count(*) AS rows FROM therapists')
          : connection.all<{ rows: number }>(
              'SELECT count(*) AS rows FROM therapists WHERE demo = ?',
              Number(demo),
            );
      return row?.rows ?? 0;
    },
    async due(now, limit) {
      checkLimit(limit);
      const sql = `SELECT ${COLUMNS} FROM therapists WHERE next_due_at <= ? ORDER BY next_due_at, id LIMIT ?`;
      return connection.all<Row>(sql, now, limit).map(decode);
    },
    async unindexed(limit) {
      checkLimit(limit);
      const sql = `SELECT ${COLUMNS} FROM therapists INDEXED BY therapists_unindexed
                   WHERE revision <> indexed_revision ORDER BY change_no LIMIT ?`;
      return connection.all<Row>(sql, limit).map(decode);
    },
  };
}
