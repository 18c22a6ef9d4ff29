import type { Therapist } from '../../src/domain/therapist.js';
import { Conflict, Missing, type TherapistStore } from '../../src/storage/store.js';
import { therapistLine } from './format.js';

/** A record and the line it stands on. */
export interface Wanted {
  line: number;
  therapist: Therapist;
}

/** What became of a record. */
export type Outcome =
  | { line: number; done: 'added' | 'skipped' | 'replaced' }
  | { line: number; done: 'refused'; problem: string };

export interface PutOptions {
  store: TherapistStore;
  /** Whether a record that differs from the one there takes its place. */
  replace: boolean;
}

/** Puts records into the store as they are. One that is there already, and equal, is passed over: so a second run goes on. */
export async function putBatch(batch: readonly Wanted[], options: PutOptions): Promise<Outcome[]> {
  const { store } = options;
  const found = await store.getMany(batch.map(({ therapist }) => therapist.id));
  const there = new Map(found.map((therapist) => [therapist.id, therapist]));
  const outcomes = await addAll(
    batch.filter(({ therapist }) => !there.has(therapist.id)),
    options,
  );
  for (const wanted of batch) {
    const present = there.get(wanted.therapist.id);
    if (present !== undefined) outcomes.push(await beside(wanted, present, options));
  }
  return outcomes.sort((a, b) => a.line - b.line);
}

/** All at once; when one of them is refused, one by one, to see which. */
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

/** What becomes of a record whose id is there. */
async function beside({ line, therapist }: Wanted, there: Therapist, options: PutOptions): Promise<Outcome> {
  if (therapistLine(there) === therapistLine(therapist)) return { line, done: 'skipped' };
  if (!options.replace) return { line, done: 'refused', problem: differs(therapist, there) };
  const refusal = await refusalOf(options.store.restoreOver(therapist, there.revision));
  return refusal === null ? { line, done: 'replaced' } : { line, done: 'refused', problem: refusal };
}

function differs({ id, revision }: Therapist, there: Therapist): string {
  const what =
    there.revision === revision
      ? 'is there with another content'
      : `is there with revision ${there.revision}`;
  return `revision: ${id} ${what}, and here it has ${revision}; --replace puts this one in its place.`;
}

/** Why the store refuses it; `null` when it does not. */
function refusalOf(work: Promise<void>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Conflict) return `${error.field}: ${error.message}`;
      if (error instanceof Missing) return `id: ${error.message} It went meanwhile: import again.`;
      throw error;
    },
  );
}
