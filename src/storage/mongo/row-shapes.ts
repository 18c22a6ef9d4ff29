import type { StoredRecord } from '../record-versions.js';

/** What may be read while it lies beside the record, and what an index needs. */
export interface TherapistRow {
  _id: string;
  revision: number;
  indexedRevision: number;
  /** Whether `revision` and `indexedRevision` differ; a field of its own, as no index can compare two. */
  unindexed: boolean;
  schemaVersion: number;
  slug: string;
  emailKey: string;
  demo: boolean;
  nextDueAt: string | null;
  /** See `domain/therapist-tags.ts`. */
  tags: string[];
  /** By which rows of one tag are ordered. */
  taggedAt: string;
  /** Not yet while `insertMany` lays it down: it holds its keys, and nobody sees it. */
  live: boolean;
  /** The call of `insertMany` that lays it down. */
  import: string | null;
  /** The number of the change that wrote it last. */
  change: number;
  /** Everything else of the therapist; zod's business, not mongoose's. */
  record: StoredRecord;
}

/** That a record went. */
export interface RemovalRow {
  /** The number of the change. */
  _id: number;
  id: string;
  at: Date;
}

/** Numbers handed out to a call that has not said yet that it is done with them. */
export interface OpenRange {
  from: number;
  to: number;
  kind: 'write' | 'staging' | 'publishing' | 'undoing';
  /** When the call was last heard of, by the server's clock. */
  at: Date;
}

/** The one row that says how far the numbers are, and what versions the database has. */
export interface StateRow {
  _id: string;
  layout: number;
  recordVersion: number;
  last: number;
  open: Record<string, OpenRange>;
}

/** A record besides the therapists': what its kind says of it lies beside it, for filters and indexes. */
export interface RecordRow {
  /** The kind and the id: `kind/id`. */
  _id: string;
  kind: string;
  revision: number;
  tags: string[];
  at: string;
  endsAt: string | null;
  /** All of it, id and revision too; zod's business, not mongoose's. */
  record: Record<string, unknown>;
}

/** Who may do what only one may do at a time; over when `endsAt` has passed by the server's clock. */
export interface LeaseRow {
  _id: string;
  holder: string;
  endsAt: Date;
}
