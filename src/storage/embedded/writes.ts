import type { Therapist } from '../../domain/therapist.js';
import { checkCount } from '../limits.js';
import { Conflict, type IndexMark, Missing, type TherapistStore } from '../store.js';
import { assertFree, assertFreeFor } from './conflicts.js';
import { type Context, write } from './context.js';
import { CONTENT_COLUMNS, contentOf } from './rows.js';
import { removeTags, writeTags } from './tags.js';

type Writes = Pick<
  TherapistStore,
  | 'insert'
  | 'insertMany'
  | 'update'
  | 'restore'
  | 'restoreOver'
  | 'remove'
  | 'removeDemo'
  | 'markIndexed'
  | 'markManyIndexed'
>;

const INSERT = `INSERT INTO therapists (id, revision, change_no, ${CONTENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const UPDATE = `UPDATE therapists SET (revision, change_no, ${CONTENT_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?`;

const MARK = 'UPDATE therapists SET indexed_revision = ? WHERE id = ?';

export function therapistWrites(context: Context): Writes {
  const { connection } = context;
  return {
    async insert(therapist) {
      const first = { ...therapist, revision: 1 };
      insertAll(context, [first]);
      return structuredClone(first);
    },
    async insertMany(therapists) {
      insertAll(
        context,
        therapists.map((therapist) => ({ ...therapist, revision: 1 })),
      );
    },
    async update(therapist) {
      const next = { ...therapist, revision: therapist.revision + 1 };
      replace(context, therapist.revision, next);
      return structuredClone(next);
    },
    async restore(therapists) {
      insertAll(context, therapists.map(unmarked));
    },
    async restoreOver(therapist, seen) {
      replace(context, seen, unmarked(therapist));
    },
    async remove(id) {
      write(context, (takeNumbers) => {
        if (connection.run('DELETE FROM therapists WHERE id = ?', id) === 0) return;
        removeTags(connection, id);
        connection.run('INSERT INTO removals (id, change_no) VALUES (?, ?)', id, takeNumbers(1));
      });
    },
    async removeDemo() {
      return removeDemo(context);
    },
    async markIndexed(id, revision) {
      markAll(context, [{ id, revision }]);
    },
    async markManyIndexed(marks) {
      checkCount(marks.length, 'marks');
      if (marks.length > 0) markAll(context, marks);
    },
  };
}

function markAll(context: Context, marks: readonly IndexMark[]): void {
  write(context, () => {
    for (const { id, revision } of marks) context.connection.run(MARK, revision, id);
  });
}

const unmarked = (therapist: Therapist): Therapist => ({ ...therapist, indexedRevision: 0 });

/** Adds them with their own revisions. */
function insertAll(context: Context, therapists: readonly Therapist[]): void {
  const { connection } = context;
  write(context, (takeNumbers) => {
    assertFree(connection, therapists);
    let number = takeNumbers(therapists.length);
    for (const therapist of therapists) {
      connection.run('DELETE FROM removals WHERE id = ?', therapist.id);
      connection.run(INSERT, therapist.id, therapist.revision, number++, ...contentOf(therapist));
    }
    writeTags(connection, therapists);
  });
}

function replace(context: Context, seen: number, next: Therapist): void {
  const { connection } = context;
  write(context, (takeNumbers) => {
    const [current] = connection.all<{ revision: number }>(
      'SELECT revision FROM therapists WHERE id = ?',
      next.id,
    );
    if (current === undefined) throw new Missing(`There is no therapist ${next.id}.`);
    if (current.revision !== seen)
      throw new Conflict('revision', `Therapist ${next.id} was written since revision ${seen} was read.`);
    assertFreeFor(connection, next);
    connection.run(UPDATE, next.revision, takeNumbers(1), ...contentOf(next), next.id);
    removeTags(connection, next.id);
    writeTags(connection, [next]);
  });
}

function removeDemo(context: Context): number {
  const { connection } = context;
  return write(context, (takeNumbers) => {
    const [demo] = connection.all<{ rows: number }>('SELECT count(*) AS rows FROM therapists WHERE demo = 1');
    const before = takeNumbers(demo?.rows ?? 0) - 1;
    connection.run(
      `INSERT INTO removals (id, change_no)
       SELECT id, ? + row_number() OVER (ORDER BY id) FROM therapists WHERE demo = 1`,
      before,
    );
    connection.run('DELETE FROM therapist_tags WHERE id IN (SELECT id FROM therapists WHERE demo = 1)');
    return connection.run('DELETE FROM therapists WHERE demo = 1');
  });
}
