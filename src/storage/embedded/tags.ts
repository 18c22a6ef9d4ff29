import type { Therapist } from '../../domain/therapist.js';
import { taggedAt, tagsOf } from '../../domain/therapist-tags.js';
import { checkLimit } from '../limits.js';
import type { TherapistStore } from '../store.js';
import type { Connection } from './connection.js';
import type { Context } from './context.js';
import { COLUMNS, type Row, toTherapist } from './rows.js';
import { pageAfter } from './tagged.js';

/** Therapists whose tags one statement writes. */
const BATCH = 500;

const INSERT = `INSERT INTO therapist_tags (tag, at, id)
                SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`;

/**
 * Writes the tags of therapists, in the transaction that writes the therapists. Many rows at once, because a
 * driver call costs more than a row.
 */
export function writeTags(connection: Connection, therapists: readonly Therapist[]): void {
  for (let start = 0; start < therapists.length; start += BATCH) {
    const rows = therapists.slice(start, start + BATCH).flatMap((therapist) => {
      const at = taggedAt(therapist);
      return tagsOf(therapist).map((tag) => [tag, at, therapist.id]);
    });
    connection.run(INSERT, JSON.stringify(rows));
  }
}

export function removeTags(connection: Connection, id: string): void {
  connection.run('DELETE FROM therapist_tags WHERE id = ?', id);
}

export function therapistTags({
  connection,
  steps,
}: Context): Pick<TherapistStore, 'tagged' | 'countTagged'> {
  const columns = COLUMNS.replace(/\w+/g, (column) => `t.${column}`);
  return {
    async tagged(tag, options) {
      checkLimit(options.limit);
      if (tag.includes('\0')) return [];
      const { condition, order, values } = pageAfter(options);
      const sql = `SELECT ${columns} FROM therapist_tags AS g JOIN therapists AS t ON t.id = g.id
                   WHERE g.tag = ? ${condition} ORDER BY ${order} LIMIT ?`;
      return connection.all<Row>(sql, tag, ...values, options.limit).map((row) => toTherapist(row, steps));
    },
    async countTagged(tag) {
      if (tag.includes('\0')) return 0;
      const sql = 'SELECT count(*) AS rows FROM therapist_tags WHERE tag = ?';
      return connection.all<{ rows: number }>(sql, tag)[0]?.rows ?? 0;
    },
  };
}
