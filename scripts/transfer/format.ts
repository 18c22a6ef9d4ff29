import { z } from 'zod';
import { instantSchema } from '../../src/domain/calendar.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { erasures, kinds } from '../../src/storage/kinds.js';
import type { RecordKind, SmallRecord } from '../../src/storage/small-records.js';

/*
 * The file: one JSON object a line (NDJSON), each with one key that says what it is. `holdspace` comes first. Then the small records,
 * each under the name of its kind, the erasures before all others; then a `therapist` for each record; both in the order of ids. `end`
 * closes the file. Format 1 held therapists alone.
 */

export const FORMAT = 2;

const count = z.number().int().min(0);

/** `therapists` and `demo` count the records when the writing began: others may have been written meanwhile. */
export const headerSchema = z.object({
  format: z.number().int(),
  /** The version of the therapists' shape. */
  schemaVersion: count,
  writtenAt: instantSchema,
  therapists: count,
  demo: count,
  /** What `keyMark` made of the SECRET_KEY that the erasures were made with. */
  key: z.string().optional(),
});
export type Header = z.infer<typeof headerSchema>;

/** `therapists` and `records` count the lines; `sha256` is of every byte before this line. */
export const endSchema = z.object({
  therapists: count,
  records: count.default(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The kinds that are taken along, in the order of the file: who was erased is known before anybody is read. */
export const exportedKinds = [
  erasures as unknown as RecordKind<SmallRecord>,
  ...kinds.filter(({ name, exported }) => exported && name !== erasures.name),
];

/** Tells two keys apart, and nothing of either. */
export const keyMark = (hash: (text: string) => string) => hash('which key is it?').slice(0, 16);

/** The line of a small record. */
export function recordLine(kind: Pick<RecordKind<SmallRecord>, 'name'>, record: SmallRecord): string {
  return `${JSON.stringify({ [kind.name]: sorted(record) })}\n`;
}

/** The line of a therapist. Two equal records make the same line, whatever engine they come from. */
export function therapistLine(therapist: Therapist): string {
  return `${JSON.stringify({ therapist: canonical(therapist) })}\n`;
}

/** Equal for equal records. The index mark speaks of a search server that does not come along. */
export function canonical(therapist: Therapist): unknown {
  return sorted({ ...therapist, indexedRevision: 0 });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
