import { isDeepStrictEqual } from 'node:util';
import Database from 'libsql';
import { SCHEMA_VERSION, type Therapist } from '../../src/domain/therapist.js';
import type { Store } from '../../src/storage/store.js';

/** Every record of the store, by id. */
export async function contentsOf({ therapists }: Store): Promise<Map<string, Therapist>> {
  const contents = new Map<string, Therapist>();
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await therapists.page(after, 1000);
    for (const therapist of page.therapists) contents.set(therapist.id, therapist);
    after = page.next;
  }
  return contents;
}

/**
 * Compares the store with what `changesSince` reports from `cursor`, which was taken when the store was empty.
 */
export async function faultsOfChanges(
  { therapists }: Store,
  cursor: string,
  contents: ReadonlyMap<string, Therapist>,
): Promise<string[]> {
  const reported = new Map<string, Therapist>();
  for (let from = cursor, more = true; more; ) {
    const answer = await therapists.changesSince(from, 500);
    for (const { id, therapist } of answer.changes)
      if (therapist === null) reported.delete(id);
      else reported.set(id, therapist);
    ({ cursor: from, more } = answer);
  }
  return isDeepStrictEqual(reported, new Map([...reported.keys()].map((id) => [id, contents.get(id)]))) &&
    reported.size === contents.size
    ? []
    : [`the changes report ${reported.size} records, the pages ${contents.size}, or they differ`];
}

/** Counts tags without a therapist, and therapists without their status tag. */
const COUNT_LOOSE_TAGS = `
  SELECT (SELECT count(*) FROM therapist_tags WHERE id NOT IN (SELECT id FROM therapists))
       + (SELECT count(*) FROM therapists AS t WHERE NOT EXISTS (
            SELECT 1 FROM therapist_tags AS g WHERE g.id = t.id AND g.tag = 'status:' || (t.doc ->> '$.status'))) AS loose`;

/** What SQLite finds wrong with the file, and whether tags and records match. */
export function faultsOfFile(file: string): string[] {
  const database = new Database(file);
  const rows = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
  const [tags] = database.prepare(COUNT_LOOSE_TAGS).all() as { loose: number }[];
  database.close();
  const faults = rows.map((row) => row.integrity_check).filter((answer) => answer !== 'ok');
  return tags?.loose === 0 ? faults : [...faults, `${tags?.loose} tags and records do not match`];
}

/** How many records still have the current version. */
export function oldRecordsIn(file: string): number {
  const database = new Database(file);
  const rows = database
    .prepare('SELECT count(*) AS old FROM therapists WHERE record_version <= ?')
    .all(SCHEMA_VERSION) as { old: number }[];
  database.close();
  return rows[0]?.old ?? 0;
}
