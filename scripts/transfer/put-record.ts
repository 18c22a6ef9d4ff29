import { erasures } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { recordLine } from './format.js';
import type { Outcome, PutOptions } from './put-batch.js';
import type { WantedRecord } from './read-export.js';

/** Writes a document to the store as it is. Skips one that is already stored and equal. */
export async function putRecord(
  { line, kind, record }: WantedRecord,
  store: Store,
  { replace }: Pick<PutOptions, 'replace'>,
): Promise<Outcome> {
  const records = store.records(kind);
  const refused = (problem: string): Outcome => ({ line, done: 'refused', problem });
  const stored = await records.get(record.id);
  if (stored !== null) {
    if (recordLine(kind, stored) === recordLine(kind, record)) return { line, done: 'skipped' };
    // Otherwise a file could make the store forget an erasure.
    if (kind.name === erasures.name) return refused('the stored erasure with this id differs and is kept.');
    if (!replace)
      return refused(
        `revision: the stored ${kind.name} with this id, with revision ${stored.revision}, differs; --replace replaces it.`,
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
  return { line, done: stored === null ? 'added' : 'replaced' };
}
