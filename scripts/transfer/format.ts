import { z } from 'zod';
import { instantSchema } from '../../src/domain/calendar.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { erasures, kinds } from '../../src/storage/kinds.js';
import type { RecordKind, SmallRecord } from '../../src/storage/small-records.js';

/*
 * The file format: one JSON object a line (NDJSON), each with one key that names its type. The header `holdspace` comes first.
 * Then the documents of other kinds, each under the name of its kind, erasures first; then the `therapist` records; both ordered
 * by id. `end` closes the file. Format 1 had therapists only.
 */

export const FORMAT = 2;

const count = z.number().int().min(0);

/**
 * `therapists` and `demo` count the records at the start of the export. Others may have been written meanwhile.
 */
export const headerSchema = z.object({
  format: z.number().int(),
  /** The version of the therapists' shape. */
  schemaVersion: count,
  writtenAt: instantSchema,
  therapists: count,
  demo: count,
  /** The `keyMark` of the SECRET_KEY of the erasures. */
  key: z.string().optional(),
});
export type Header = z.infer<typeof headerSchema>;

/** `therapists` and `records` count the lines; `sha256` covers every byte before this line. */
export const endSchema = z.object({
  therapists: count,
  records: count.default(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The exported kinds, in the order of the file: erasures come before the people they concern. */
export const exportedKinds = [
  erasures as unknown as RecordKind<SmallRecord>,
  ...kinds.filter(({ name, exported }) => exported && name !== erasures.name),
];

/** Distinguishes two keys without revealing either. */
export const keyMark = (hash: (text: string) => string) => hash('which key is it?').slice(0, 16);

/** The line of a document. */
export function recordLine(kind: Pick<RecordKind<SmallRecord>, 'name'>, record: SmallRecord): string {
  return `${JSON.stringify({ [kind.name]: sorted(record) })}\n`;
}

/** The line of a therapist. Equal records make equal lines, whatever engine they come from. */
export function therapistLine(therapist: Therapist): string {
  return `${JSON.stringify({ therapist: canonical(therapist) })}\n`;
}

/** Equal for equal records. Leaves out the index mark, which refers to a search server that is not exported. */
export function canonical(therapist: Therapist): unknown {
  return sorted({ ...therapist, indexedRevision: 0 });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
