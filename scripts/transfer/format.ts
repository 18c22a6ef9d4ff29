import { z } from 'zod';
import { instantSchema } from '../../src/domain/calendar.js';
import type { Therapist } from '../../src/domain/therapist.js';

/*
 * The file: one JSON object a line (NDJSON), each with one key that says what it is. `holdspace` comes first, then a `therapist` for
 * each record in the order of ids, and `end` closes the file.
 */

export const FORMAT = 1;

const count = z.number().int().min(0);

/** `therapists` and `demo` count the records when the writing began: others may have been written meanwhile. */
export const headerSchema = z.object({
  format: z.number().int(),
  /** The version of the records' shape. */
  schemaVersion: count,
  writtenAt: instantSchema,
  therapists: count,
  demo: count,
});
export type Header = z.infer<typeof headerSchema>;

/** `therapists` counts the lines; `sha256` is of every byte before this line. */
export const endSchema = z.object({ therapists: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** The line of a record. Two equal records make the same line, whatever engine they come from. */
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
