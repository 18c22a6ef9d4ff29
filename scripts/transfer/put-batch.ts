import type { Therapist } from '../../src/domain/therapist.js';
import { Conflict, Missing, type TherapistStore } from '../../src/storage/store.js';
import { therapistLine } from './format.js';

/** A record and its line number. */
export interface Wanted {
  line: number;
  therapist: Therapist;
}

/** The outcome for a record. */
export type Outcome =
  | { line: number; done: 'added' | 'skipped' | 'replaced' }
  | { line: number; done: 'refused'; problem: string };

export interface PutOptions {
  store: TherapistStore;
  /** Whether to replace a stored record that differs. */
  replace: boolean;
}

/**
 * Writes records to the store as they are. Skips records that are already stored and equal, so that a second
 * run continues.
 */
export async function putBatch(batch: readonly Wanted[], options: PutOptions): Promise<Outcome[]> {
  const { store } = options;
  const found = await store.getMany(batch.map(({ therapist }) => therapist.id));
  const stored = new Map(found.map((therapist) => [therapist.id, therapist]));
  const outcomes = await addAll(
    batch.filter(({ therapist }) => !stored.has(therapist.id)),
    options,
  );
  for (const wanted of batch) {
    const present = stored.get(wanted.therapist.id);
    if (present !== undefined) outcomes.push(await putOver(wanted, present, options));
  }
  return outcomes.sort((a, b) => a.line - b.line);
}

/** Adds all at once. When one is refused, adds them one by one to find it. */
async function addAll(batch: readonly Wanted[], options: PutOptions): Promise<Outcome[]> {
  if (batch.length === 0) return [];
  const refusal = await refusalOf(options.store.restore(batch.map(({ therapist }) => therapist)));
  if (refusal === null) return batch.map(({ line }) => ({ line, done: 'added' }));
  const [only, ...more] = batch;
  if (only !== undefined && more.length === 0)
    return [{ line: only.line, done: 'refused', problem: refusal }];
  const outcomes: Outcome[] = [];
  for (const one of batch) outcomes.push(...(await putBatch([one], options)));
  return outcomes;
}

/** The outcome for a record whose id is already stored. */
async function putOver(
  { line, therapist }: Wanted,
  stored: Therapist,
  options: PutOptions,
): Promise<Outcome> {
  if (therapistLine(stored) === therapistLine(therapist)) return { line, done: 'skipped' };
  if (!options.replace) return { line, done: 'refused', problem: differs(therapist, stored) };
  const refusal = await refusalOf(options.store.restoreOver(therapist, stored.revision));
  return refusal === null ? { line, done: 'replaced' } : { line, done: 'refused', problem: refusal };
}

function differs({ id, revision }: Therapist, stored: Therapist): string {
  const what =
    stored.revision === revision
      ? 'is stored with other content'
      : `is stored with revision ${stored.revision}`;
  return `revision: ${id} ${what}, and the file has revision ${revision}; --replace replaces it.`;
}

/** Why the store refuses it; `null` when it does not. */
function refusalOf(work: Promise<void>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Conflict) return `${error.field}: ${error.message}`;
      if (error instanceof Missing) return `id: ${error.message} It was removed meanwhile: import again.`;
      throw error;
    },
  );
}
