import { checkLimit } from '../limits.js';
import type { Change, TherapistStore } from '../store.js';
import { type Context, readState } from './context.js';
import { type Row, toTherapist } from './rows.js';

type ChangeReads = Pick<TherapistStore, 'cursor' | 'changesSince'>;

/** A removal has no document. */
type ChangeRow = (Row | { id: string; doc: null }) & { change_no: number };

/** Each half reads its own index, in order of the number. One statement reads one state of the file. */
const SINCE = `
  SELECT change_no, id, revision, indexed_revision, doc FROM therapists WHERE change_no > ?
  UNION ALL
  SELECT change_no, id, NULL, NULL, NULL FROM removals WHERE change_no > ?
  ORDER BY change_no LIMIT ?`;

/** The cursor is the number of the last change returned. */
export function therapistChanges({ connection, steps }: Context): ChangeReads {
  const toChange = (row: ChangeRow): Change =>
    row.doc === null ? { id: row.id, therapist: null } : { id: row.id, therapist: toTherapist(row, steps) };

  return {
    cursor: async () => String(readState(connection).change_no),
    async changesSince(cursor, limit) {
      checkLimit(limit);
      const since = parseCursor(cursor);
      const rows = connection.all<ChangeRow>(SINCE, since, since, limit + 1);
      const page = rows.slice(0, limit);
      return {
        changes: page.map(toChange),
        cursor: String(page.at(-1)?.change_no ?? since),
        more: rows.length > limit,
      };
    },
  };
}

function parseCursor(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new RangeError(`"${cursor}" is not a cursor of this store.`);
  return Number(cursor);
}
