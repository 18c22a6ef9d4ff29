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

/** In the order in which they are reported when several are taken, as on the embedded engine. */
const keys: readonly UniqueKey[] = [
  { field: 'id', path: '_id', index: '_id_', of: ({ id }) => id },
  { field: 'slug', path: 'slug', index: 'slug_1', of: ({ slug }) => slug },
  { field: 'email', path: 'emailKey', index: 'emailKey_1', of: ({ email }) => emailKey(email) },
];

/** @throws Conflict when two of them have the same id, slug or email. */
export function assertDistinct(therapists: readonly Therapist[]): void {
  for (const { field, of } of keys)
    if (new Set(therapists.map(of)).size < therapists.length) throw taken(field);
}

/**
 * Runs `write`, which writes `therapists`, and turns a duplicate key into a Conflict. Servers agree only on the
 * error code, so a query for the holders of the keys (except `isOwn` ones) finds the field. When only dead insertions
 * hold the keys, frees the keys and runs `write` once more.
 */
export function catchDuplicate<T>(
  context: Context,
  therapists: readonly Therapist[],
  isOwn: (holder: Holder) => boolean,
  write: () => Promise<T>,
  mayRetry = true,
): Promise<T> {
  return write().catch(async (error: unknown) => {
    if (!isDuplicate(error)) throw error;
    const holders = (await holdersOf(context, therapists)).filter((holder) => !isOwn(holder));
    const calls = holders.flatMap((holder) => holder.import ?? []);
    if (mayRetry && (await freeAbandoned(context, calls)))
      return catchDuplicate(context, therapists, isOwn, write, false);
    const key = heldKey(therapists, holders) ?? keyNamedBy(error as Error);
    throw key === undefined ? error : taken(key.field);
  });
}

/** The records that hold a key of one of `therapists`. */
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

/** For a key that was freed meanwhile. The message names the index before any value. */
function keyNamedBy(error: Error): UniqueKey | undefined {
  const [name] = /\b(?:_id_|slug_1|emailKey_1)\b/.exec(error.message) ?? [];
  return keys.find(({ index }) => index === name);
}

/** Names the field and not the value: no email address belongs in a log. */
function taken(field: UniqueKey['field']): Conflict {
  return new Conflict(field, `Another therapist has this ${field === 'email' ? 'email address' : field}.`);
}
