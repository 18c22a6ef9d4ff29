import type { StoredRecord } from '../record-versions.js';

/** A stored therapist: the record, and beside it the fields that queries and indexes need. */
export interface TherapistRow {
  _id: string;
  revision: number;
  indexedRevision: number;
  /**
   * Whether `revision` and `indexedRevision` differ. A separate field, because no index can compare two fields.
   */
  unindexed: boolean;
  schemaVersion: number;
  slug: string;
  emailKey: string;
  demo: boolean;
  nextDueAt: string | null;
  /** See `domain/therapist-tags.ts`. */
  tags: string[];
  /** Orders the rows of one tag. */
  taggedAt: string;
  /** False while `insertMany` stages the row: it holds its unique keys, and no reader sees it. */
  live: boolean;
  /** The call of `insertMany` that stages the row. */
  import: string | null;
  /** The number of the change that wrote it last. */
  change: number;
  /** The whole rest of the therapist. Zod validates it, not mongoose. */
  record: StoredRecord;
}

/** The removal of a record. */
export interface RemovalRow {
  /** The number of the change. */
  _id: number;
  id: string;
  at: Date;
}

/** Numbers handed out to a call that has not closed them yet. */
export interface OpenRange {
  from: number;
  to: number;
  kind: 'write' | 'staging' | 'publishing' | 'undoing';
  /** When the call last wrote its state, by the server's clock. */
  at: Date;
}

/** The single row with the last change number and the database's versions. */
export interface StateRow {
  _id: string;
  layout: number;
  recordVersion: number;
  last: number;
  open: Record<string, OpenRange>;
}

/** A document of another kind. The values its kind derives are stored beside it, for filters and indexes. */
export interface RecordRow {
  /** The kind and the id: `kind/id`. */
  _id: string;
  kind: string;
  revision: number;
  tags: string[];
  at: string;
  endsAt: string | null;
  /** The whole record, with id and revision. Zod validates it, not mongoose. */
  record: Record<string, unknown>;
}

/**
 * The holder of work that only one process may do at a time. Ends when `endsAt` has passed by the server's
 * clock.
 */
export interface LeaseRow {
  _id: string;
  holder: string;
  endsAt: Date;
}
