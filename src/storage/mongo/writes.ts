import type { Therapist } from '../../domain/therapist.js';
import { Conflict, Missing, type TherapistStore } from '../store.js';
import { catchDuplicate } from './conflicts.js';
import type { Context } from './context.js';
import { insertAll } from './imports.js';
import { withChangeNumbers } from './numbered.js';
import { removeDemo, removeOne } from './removals.js';
import { contentOf } from './rows.js';

type Writes = Pick<
  TherapistStore,
  'insert' | 'insertMany' | 'update' | 'restore' | 'restoreOver' | 'remove' | 'removeDemo'
>;

export function therapistWrites(context: Context): Writes {
  /** Gives a record a new change number, unless it has been written since. */
  const renumber = (change: number, earlier: number) =>
    context.therapists.updateOne({ change: earlier, live: true }, { $set: { change } });

  return {
    async insert(therapist) {
      const first = structuredClone({ ...therapist, revision: 1 });
      await withChangeNumbers(context, 1, (change) => addOne(context, first, change), renumber);
      return first;
    },
    insertMany: (therapists) =>
      insertAll(
        context,
        therapists.map((therapist) => ({ ...therapist, revision: 1 })),
      ),
    async update(therapist) {
      const next = structuredClone({ ...therapist, revision: therapist.revision + 1 });
      await withChangeNumbers(
        context,
        1,
        (change) => replace(context, therapist.revision, next, change),
        renumber,
      );
      return next;
    },
    restore: (therapists) => insertAll(context, therapists.map(unmarked)),
    async restoreOver(therapist, seen) {
      const next = structuredClone(unmarked(therapist));
      await withChangeNumbers(context, 1, (change) => replace(context, seen, next, change), renumber);
    },
    remove: (id) => removeOne(context, id),
    removeDemo: () => removeDemo(context),
  };
}

const unmarked = (therapist: Therapist): Therapist => ({ ...therapist, indexedRevision: 0 });

async function addOne(context: Context, therapist: Therapist, change: number): Promise<void> {
  const row = { _id: therapist.id, revision: 1, ...contentOf(therapist), live: true, import: null, change };
  await catchDuplicate(
    context,
    [therapist],
    () => false,
    () => context.therapists.insertMany([row], { rawResult: true }),
  );
}

async function replace(context: Context, seen: number, next: Therapist, change: number): Promise<void> {
  const { therapists } = context;
  const { matchedCount } = await catchDuplicate(
    context,
    [next],
    ({ _id }) => _id === next.id,
    () =>
      therapists.updateOne(
        { _id: next.id, revision: seen, live: true },
        { $set: { ...contentOf(next), revision: next.revision, change } },
      ),
  );
  if (matchedCount > 0) return;
  if ((await therapists.findOne({ _id: next.id, live: true }, { _id: 1 }).lean()) === null)
    throw new Missing(`There is no therapist ${next.id}.`);
  throw new Conflict('revision', `Therapist ${next.id} was written since revision ${seen} was read.`);
}
