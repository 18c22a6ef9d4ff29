import { isUtf8 } from 'node:buffer';
import { SCHEMA_VERSION, type Therapist, therapistSchema } from '../../src/domain/therapist.js';
import { type StoredRecord, upgradeRecord } from '../../src/storage/record-versions.js';
import type { RecordKind, SmallRecord } from '../../src/storage/small-records.js';

/** The content of a line: one key and its value. */
export type Content = { kind: string; value: unknown } | { problem: string };

export function readContent(bytes: Buffer | null): Content {
  if (bytes === null) return { problem: 'the line is too long for a record.' };
  if (!isUtf8(bytes)) return { problem: 'the line is not UTF-8 text.' };
  const [entry, ...more] = Object.entries(parsed(bytes.toString('utf8')) ?? {});
  if (entry === undefined || more.length > 0)
    return { problem: 'the line is not a JSON object with one key.' };
  return { kind: entry[0], value: entry[1] };
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The therapist in this program's shape, or the first problem. */
export function readTherapist(value: unknown): { therapist: Therapist } | { problem: string } {
  const version = Number((value as StoredRecord | null)?.schemaVersion);
  if (!Number.isInteger(version) || version < 1 || version > SCHEMA_VERSION)
    return { problem: `schemaVersion: must be a whole number from 1 to ${SCHEMA_VERSION}.` };
  const found = therapistSchema.safeParse(upgradeRecord(value as StoredRecord));
  if (found.success) return { therapist: found.data };
  return { problem: problemOf(found.error.issues) };
}

/** A record of a kind in this program's shape, or the first problem. */
export function readSmallRecord(
  { schema }: RecordKind<SmallRecord>,
  value: unknown,
): { record: SmallRecord } | { problem: string } {
  const found = schema.safeParse(value);
  return found.success ? { record: found.data } : { problem: problemOf(found.error.issues) };
}

function problemOf([issue, ...more]: readonly { path: PropertyKey[]; message: string }[]): string {
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  return `${issue?.path.join('.') || 'the record'}: ${issue?.message}${others}`;
}
