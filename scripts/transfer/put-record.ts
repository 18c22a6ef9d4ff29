import { erasures } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { recordLine } from './format.js';
import type { Outcome, PutOptions } from './put-batch.js';
import type { WantedRecord } from './read-export.js';

/** Puts a small record into the store as it is. One that is there already, and equal, is passed over. */
export async function putRecord(
  { line, kind, record }: WantedRecord,
  store: Store,
  { replace }: Pick<PutOptions, 'replace'>,
): Promise<Outcome> {
  const records = store.records(kind);
  const refused = (problem: string): Outcome => ({ line, done: 'refused', problem });
  const there = await records.get(record.id);
  if (there !== null) {
    if (recordLine(kind, there) === recordLine(kind, record)) return { line, done: 'skipped' };
    // Or a file could make the store forget whom it is to know.
    if (kind.name === erasures.name)
      return refused('the erasure of this id that is there is another, and stays.');
    if (!replace)
      return refused(
        `revision: the ${kind.name} of this id that is there, with revision ${there.revision}, differs; --replace puts this one in its place.`,
      );
  }
  const problem = await records.restore(record).then(
    () => null,
    (error: unknown) => {
      if (error instanceof RangeError) return error.message;
      throw error;
    },
  );
  if (problem !== null) return refused(problem);
  return { line, done: there === null ? 'added' : 'replaced' };
}
