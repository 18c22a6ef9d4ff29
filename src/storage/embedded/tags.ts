import type { Therapist } from '../../domain/therapist.js';
import { taggedAt, tagsOf } from '../../domain/therapist-tags.js';
import { checkLimit } from '../limits.js';
import type { TherapistStore } from '../store.js';
import type { Connection } from './connection.js';
import type { Context } from './context.js';
import { COLUMNS, type Row, toTherapist } from './rows.js';
import { behind } from './tagged.js';

/** Files a therapist under their tags; in the transaction that writes them. */
export function writeTags(connection: Connection, therapist: Therapist): void {
  const at = taggedAt(therapist);
  for (const tag of tagsOf(therapist))
    connection.run('INSERT INTO therapist_tags (tag, at, id) VALUES (?, ?, ?)', tag, at, therapist.id);
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
      const { condition, order, values } = behind(options);
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
