import { stat } from 'node:fs/promises';
import { type Erasure, isErasedBy, personKeys } from '../../src/domain/erasure.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { erasures } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { pagesOf } from './export-to.js';
import { readLines } from './read-lines.js';
import { readContent } from './read-record.js';

/** Records checked at a time. */
const BATCH = 500;

type Hash = (text: string) => string;

/** An erasure and its line number. */
export interface ErasureLine {
  line: number;
  erasure: Erasure;
}

/**
 * The erasures in a file, at any position, so that a therapist may come before their erasure. A pipe can be
 * read only once: there the erasures must come first, as exports write them.
 */
export async function erasuresIn(file: string): Promise<ErasureLine[]> {
  const isFile = await stat(file).then(
    (about) => about.isFile(),
    // Reading the file reports the error.
    () => false,
  );
  const erasureLines: ErasureLine[] = [];
  if (!isFile) return erasureLines;
  for await (const { number: line, bytes } of readLines(file)) {
    if (!bytes?.includes(`"${erasures.name}"`)) continue;
    const content = readContent(bytes);
    if (!('kind' in content) || content.kind !== erasures.name) continue;
    const found = erasures.schema.safeParse(content.value);
    if (found.success) erasureLines.push({ line, erasure: found.data });
  }
  return erasureLines;
}

/**
 * Returns a check whether a record belongs to a therapist who left, according to the store and the file, and is
 * from before they left.
 */
export async function createErasureCheck(
  store: Store,
  erasureLines: readonly ErasureLine[],
  hash: Hash,
): Promise<(therapist: Therapist) => boolean> {
  /** The last day of leaving for each hash. */
  const days = new Map<string, string>();
  function add({ hashes, on }: Erasure): void {
    for (const one of hashes) if ((days.get(one) ?? '') < on) days.set(one, on);
  }
  for await (const page of pagesOf(store.records(erasures))) page.forEach(add);
  for (const { erasure } of erasureLines) add(erasure);
  if (days.size === 0) return () => false;
  return (therapist) =>
    personKeys(therapist).some((key) => {
      const on = days.get(hash(key));
      return on !== undefined && isErasedBy(therapist, { on });
    });
}

/**
 * Records in the store whose therapist has left according to the file, with the line of the erasure. Skips a
 * record created on the day of leaving, because it may be a new application.
 */
export async function* findErasedRecords(
  { therapists }: Store,
  erasureLines: readonly ErasureLine[],
  hash: Hash,
): AsyncGenerator<{ line: number; id: string }> {
  if (erasureLines.length === 0) return;
  const byHash = new Map(erasureLines.flatMap((one) => one.erasure.hashes.map((key) => [key, one] as const)));
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await therapists.page(after, BATCH);
    for (const therapist of page.therapists) {
      const one = personKeys(therapist).flatMap((key) => byHash.get(hash(key)) ?? [])[0];
      if (one !== undefined && therapist.createdAt.slice(0, 10) < one.erasure.on)
        yield { line: one.line, id: therapist.id };
    }
    after = page.next;
  }
}
