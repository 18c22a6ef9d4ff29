import type { Therapist } from '../../domain/therapist.js';
import { taggedAt, tagsOf } from '../../domain/therapist-tags.js';
import { emailKey } from '../email-key.js';
import { type RecordStep, type StoredRecord, upgradeRecord } from '../record-versions.js';
import type { TherapistRow } from './row-shapes.js';

type Content = Omit<TherapistRow, '_id' | 'revision' | 'live' | 'import' | 'change'>;

/**
 * The fields derived from the therapist alone, for the revision being written. Id, revision and index mark are
 * stored beside the record and not in it.
 */
export function contentOf(therapist: Therapist): Content {
  const { id: _, revision: __, indexedRevision, ...record } = therapist;
  return {
    slug: therapist.slug,
    emailKey: emailKey(therapist.email),
    demo: therapist.demo,
    nextDueAt: therapist.nextDueAt,
    tags: tagsOf(therapist),
    taggedAt: taggedAt(therapist),
    schemaVersion: therapist.schemaVersion,
    indexedRevision,
    unindexed: therapist.revision !== indexedRevision,
    record,
  };
}

/** The therapist in the latest version. @throws StoreRefused when a newer program wrote it. */
export function toTherapist(row: TherapistRow, steps: readonly RecordStep[]): Therapist {
  const { _id: id, revision, indexedRevision, record } = row;
  return upgradeRecord({ ...record, id, revision, indexedRevision } as StoredRecord, steps) as Therapist;
}
