import { personKeys } from '../../src/domain/erasure.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { erasures } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { pagesOf } from '../transfer/export-to.js';

/**
 * Returns a test for people who once left, by email address, NPI or a license. An old spreadsheet is no reason to write to them again,
 * however long ago they left. They may come back by themselves.
 */
export async function erasedPeople(
  store: Store,
  hash: (text: string) => string,
): Promise<(person: Pick<Therapist, 'email' | 'published' | 'draft'>) => boolean> {
  const hashes = new Set<string>();
  for await (const page of pagesOf(store.records(erasures)))
    for (const erasure of page) for (const one of erasure.hashes) hashes.add(one);
  return hashes.size === 0
    ? () => false
    : (person) => personKeys(person).some((key) => hashes.has(hash(key)));
}
