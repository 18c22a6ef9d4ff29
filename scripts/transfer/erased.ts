import { stat } from 'node:fs/promises';
import { type Erasure, isErasedBy, personKeys } from '../../src/domain/erasure.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { erasures } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { pagesOf } from './export-to.js';
import { readLines } from './read-lines.js';
import { readContent } from './read-record.js';

/** Records looked at at a time. */
const BATCH = 500;

type Hash = (text: string) => string;

/** An erasure and the line it stands on. */
export interface Noted {
  line: number;
  erasure: Erasure;
}

/**
 * The erasures that a file holds, wherever they stand, so that it does not matter whether somebody comes before the word that they
 * left. What is no file, such as a pipe, can be read only once: there they have to stand first, as they are written.
 */
export async function erasuresIn(file: string): Promise<Noted[]> {
  const isFile = await stat(file).then(
    (about) => about.isFile(),
    // Said in full when it is read.
    () => false,
  );
  const noted: Noted[] = [];
  if (!isFile) return noted;
  for await (const { number: line, bytes } of readLines(file)) {
    if (!bytes?.includes(`"${erasures.name}"`)) continue;
    const content = readContent(bytes);
    if (!('kind' in content) || content.kind !== erasures.name) continue;
    const found = erasures.schema.safeParse(content.value);
    if (found.success) noted.push({ line, erasure: found.data });
  }
  return noted;
}

/** Tells of whoever left, as the store and the file say, whether a record is theirs, from before they did. */
export async function whoLeft(
  store: Store,
  noted: readonly Noted[],
  hash: Hash,
): Promise<(therapist: Therapist) => boolean> {
  /** By hash, the last day on which somebody so known left. */
  const days = new Map<string, string>();
  function add({ hashes, on }: Erasure): void {
    for (const one of hashes) if ((days.get(one) ?? '') < on) days.set(one, on);
  }
  for await (const page of pagesOf(store.records(erasures))) page.forEach(add);
  for (const { erasure } of noted) add(erasure);
  if (days.size === 0) return () => false;
  return (therapist) =>
    personKeys(therapist).some((key) => {
      const on = days.get(hash(key));
      return on !== undefined && isErasedBy(therapist, { on });
    });
}

/**
 * Whom the store still has though the file says that they left: the line of the erasure, and the record. Of a record begun on the very
 * day nobody knows whether it came after; it is left alone.
 */
export async function* leftBehind(
  { therapists }: Store,
  noted: readonly Noted[],
  hash: Hash,
): AsyncGenerator<{ line: number; id: string }> {
  if (noted.length === 0) return;
  const byHash = new Map(noted.flatMap((one) => one.erasure.hashes.map((key) => [key, one] as const)));
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
