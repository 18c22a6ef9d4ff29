import { checkLimit } from '../limits.js';
import type { Change, TherapistStore } from '../store.js';
import type { Context } from './context.js';
import { advance, parseCursor, toRead, writeCursor } from './cursor.js';
import type { Range } from './ranges.js';
import type { RemovalRow, StateRow, TherapistRow } from './row-shapes.js';
import { toTherapist } from './rows.js';
import { readState } from './state.js';

type ChangeReads = Pick<TherapistStore, 'cursor' | 'changesSince'>;

interface NumberedChange {
  readonly number: number;
  readonly change: Change;
}

/** Calls `onState` with every state it reads. */
export function therapistChanges(context: Context, onState: (state: StateRow) => void): ChangeReads {
  const seconds = () => Math.floor(context.clock.now().getTime() / 1000);

  /** Read before the records: every change outside the open ranges is then visible. */
  async function watchedState(): Promise<StateRow> {
    const state = await readState(context);
    onState(state);
    return state;
  }

  return {
    async cursor() {
      const { last, open } = await watchedState();
      return writeCursor({ given: seconds(), last, now: Object.values(open), later: [] });
    },
    async changesSince(text, limit) {
      checkLimit(limit);
      const given = seconds();
      const cursor = parseCursor(text, given);
      const state = await watchedState();
      // A server that just became the primary may be behind for a moment.
      if (state.last < cursor.last) return { changes: [], cursor: text, more: false };
      const read = toRead(cursor, state.last);
      const found = read.length === 0 ? [] : await changesIn(context, read, limit + 1);
      const page = found.slice(0, limit);
      const more = found.length > limit;
      const end = more ? page.at(-1)!.number : state.last;
      return {
        changes: page.map(({ change }) => change),
        cursor: writeCursor({ given, ...advance(cursor, read, Object.values(state.open), end, more) }),
        more,
      };
    },
  };
}

/** The first `limit` changes with a number in one of `ranges`, in order. */
async function changesIn(
  context: Context,
  ranges: readonly Range[],
  limit: number,
): Promise<NumberedChange[]> {
  const among = (path: string) => ranges.map(({ from, to }) => ({ [path]: { $gte: from, $lte: to } }));
  const [rows, removals] = await Promise.all([
    context.therapists
      .find({ live: true, $or: among('change') })
      .sort({ change: 1 })
      .limit(limit)
      .lean<TherapistRow[]>(),
    context.removals
      .find({ $or: among('_id') })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<RemovalRow[]>(),
  ]);
  const written = rows.map((row) => ({ number: row.change, change: changeTo(row, context) }));
  return [...written, ...(await removed(context, removals))]
    .sort((a, b) => a.number - b.number)
    .slice(0, limit);
}

/**
 * A removal is recorded before the record is deleted, and a record may be inserted again. A record that exists
 * is reported as it is.
 */
async function removed(context: Context, removals: readonly RemovalRow[]): Promise<NumberedChange[]> {
  if (removals.length === 0) return [];
  const ids = removals.map(({ id }) => id);
  const rows = await context.therapists.find({ _id: { $in: ids }, live: true }).lean<TherapistRow[]>();
  const present = new Map(rows.map((row) => [row._id, row]));
  return removals.map(({ _id: number, id }) => {
    const row = present.get(id);
    return { number, change: row === undefined ? { id, therapist: null } : changeTo(row, context) };
  });
}

function changeTo(row: TherapistRow, { steps }: Context): Change {
  return { id: row._id, therapist: toTherapist(row, steps) };
}
