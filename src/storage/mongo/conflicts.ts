import type { Therapist } from '../../domain/therapist.js';
import { emailKey } from '../email-key.js';
import { Conflict } from '../store.js';
import type { Context } from './context.js';
import { isDuplicate } from './failures.js';
import { freeAbandoned } from './recovery.js';
import type { TherapistRow } from './row-shapes.js';

export type Holder = Pick<TherapistRow, '_id' | 'slug' | 'emailKey' | 'import'>;

interface UniqueKey {
  readonly field: 'id' | 'slug' | 'email';
  readonly path: '_id' | 'slug' | 'emailKey';
  readonly index: string;
  readonly of: (therapist: Therapist) => string;
}

/** In the order in which they are named when several are taken, as on the embedded engine. */
const keys: readonly UniqueKey[] = [
  { field: 'id', path: '_id', index: '_id_', of: ({ id }) => id },
  { field: 'slug', path: 'slug', index: 'slug_1', of: ({ slug }) => slug },
  { field: 'email', path: 'emailKey', index: 'emailKey_1', of: ({ email }) => emailKey(email) },
];

/** @throws Conflict when two of them have the same id, slug or e-mail. */
export function assertDistinct(therapists: readonly Therapist[]): void {
  for (const { field, of } of keys)
    if (new Set(therapists.map(of)).size < therapists.length) throw taken(field);
}

/**
 * Does `work`, which writes `therapists`. A duplicate key becomes a Conflict; servers agree on its code alone, so the field is found by
 * asking who holds the keys, `mine` aside. Keys held by nobody but an insertion that died are freed, and `work` is done once more.
 */
export function orConflict<T>(
  context: Context,
  therapists: readonly Therapist[],
  mine: (holder: Holder) => boolean,
  work: () => Promise<T>,
  mayFree = true,
): Promise<T> {
  return work().catch(async (error: unknown) => {
    if (!isDuplicate(error)) throw error;
    const holders = (await holdersOf(context, therapists)).filter((holder) => !mine(holder));
    const calls = holders.flatMap((holder) => holder.import ?? []);
    if (mayFree && (await freeAbandoned(context, calls)))
      return orConflict(context, therapists, mine, work, false);
    const key = heldKey(therapists, holders) ?? keyNamedBy(error as Error);
    throw key === undefined ? error : taken(key.field);
  });
}

/** Whoever holds a key of one of `therapists`. */
function holdersOf(context: Context, therapists: readonly Therapist[]): Promise<Holder[]> {
  const $or = keys.map(({ path, of }) => ({ [path]: { $in: therapists.map(of) } }));
  return context.therapists.find({ $or }).select({ slug: 1, emailKey: 1, import: 1 }).lean<Holder[]>().exec();
}

function heldKey(therapists: readonly Therapist[], holders: readonly Holder[]): UniqueKey | undefined {
  return keys.find(({ path, of }) => {
    const wanted = new Set(therapists.map(of));
    return holders.some((holder) => wanted.has(holder[path]));
  });
}

/** For a key that was given up again meanwhile. The name of the index comes before any value in the message. */
function keyNamedBy(error: Error): UniqueKey | undefined {
  const [name] = /\b(?:_id_|slug_1|emailKey_1)\b/.exec(error.message) ?? [];
  return keys.find(({ index }) => index === name);
}

/** Names the field and not the value: an e-mail address has no business in a log. */
function taken(field: UniqueKey['field']): Conflict {
  return new Conflict(field, `Another therapist has this ${field === 'email' ? 'e-mail address' : field}.`);
}
