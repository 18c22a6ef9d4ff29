import type { Therapist } from '../../domain/therapist.js';
import { emailKey } from '../email-key.js';
import { type RecordStep, type StoredRecord, upgradeRecord } from '../record-versions.js';
import type { Value } from './connection.js';

/** The columns that every query selects. */
export const COLUMNS = 'id, revision, indexed_revision, doc';

export interface Row {
  id: string;
  revision: number;
  indexed_revision: number;
  doc: string;
}

/** The record in a row, as a new object at every call. @throws StoreRefused when a newer program wrote it. */
export function toTherapist(row: Row, steps: readonly RecordStep[]): Therapist {
  const record = JSON.parse(row.doc) as StoredRecord;
  record.revision = row.revision;
  record.indexedRevision = row.indexed_revision;
  return upgradeRecord(record, steps) as Therapist;
}

/** The columns derived from the record alone, in the order of {@link CONTENT_COLUMNS}. */
export function contentOf(therapist: Therapist): Value[] {
  return [
    therapist.slug,
    emailKey(therapist.email),
    therapist.indexedRevision,
    therapist.schemaVersion,
    Number(therapist.demo),
    therapist.nextDueAt,
    JSON.stringify(therapist),
  ];
}

export const CONTENT_COLUMNS = 'slug, email_key, indexed_revision, record_version, demo, next_due_at, doc';
