import mongoose, { type Connection, type Model } from 'mongoose';
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

export interface Models {
  readonly therapists: Model<TherapistRow>;
  readonly removals: Model<RemovalRow>;
  readonly states: Model<StateRow>;
  readonly leases: Model<LeaseRow>;
  readonly records: Model<RecordRow>;
}

/** How long a removal is told. A cursor that is older is refused, so that nobody misses one. */
export const REMOVALS_KEPT_DAYS = 30;

const strict = {
  strict: 'throw',
  strictQuery: 'throw',
  minimize: false,
  versionKey: false,
  id: false,
  bufferCommands: false,
  autoCreate: false,
  autoIndex: false,
} as const;

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const flag = { type: Boolean, required: true } as const;

function therapistSchema() {
  return new mongoose.Schema<TherapistRow>(
    {
      _id: text,
      revision: whole,
      indexedRevision: whole,
      unindexed: flag,
      schemaVersion: whole,
      slug: text,
      emailKey: text,
      demo: flag,
      nextDueAt: { type: String, default: null },
      tags: { type: [String], required: true },
      taggedAt: text,
      live: flag,
      import: { type: String, default: null },
      change: whole,
      record: { type: mongoose.Schema.Types.Mixed, required: true },
    },
    { ...strict, collection: 'therapists' },
  )
    .index({ slug: 1 }, { unique: true })
    .index({ emailKey: 1 }, { unique: true })
    .index({ live: 1, demo: 1, _id: 1 })
    .index({ live: 1, nextDueAt: 1, _id: 1 })
    .index({ live: 1, tags: 1, taggedAt: 1, _id: 1 })
    .index({ live: 1, change: 1 })
    .index({ live: 1, unindexed: 1, change: 1 })
    .index({ import: 1, change: 1 })
    .index({ schemaVersion: 1 });
}

function removalSchema() {
  return new mongoose.Schema<RemovalRow>(
    { _id: whole, id: text, at: { type: Date, required: true } },
    { ...strict, collection: 'therapist_removals' },
  ).index({ at: 1 }, { expireAfterSeconds: REMOVALS_KEPT_DAYS * 86_400 });
}

function stateSchema() {
  return new mongoose.Schema<StateRow>(
    {
      _id: text,
      layout: whole,
      recordVersion: whole,
      last: whole,
      open: { type: mongoose.Schema.Types.Mixed, required: true },
    },
    { ...strict, collection: 'holdspace_state' },
  );
}

function leaseSchema() {
  return new mongoose.Schema<LeaseRow>(
    { _id: text, holder: text, endsAt: { type: Date, required: true } },
    { ...strict, collection: 'holdspace_leases' },
  );
}

function recordSchema() {
  return new mongoose.Schema<RecordRow>(
    {
      _id: text,
      kind: text,
      revision: whole,
      tags: { type: [String], required: true },
      at: text,
      endsAt: { type: String, default: null },
      record: { type: mongoose.Schema.Types.Mixed, required: true },
    },
    { ...strict, collection: 'holdspace_records' },
  )
    .index({ kind: 1, tags: 1, at: 1, _id: 1 })
    .index({ kind: 1, endsAt: 1 });
}

/** The collections, on this connection alone. Their indexes are made when {@link ensureIndexes} is asked to. */
export function modelsOn(connection: Connection): Models {
  return {
    therapists: connection.model<TherapistRow>('Therapist', therapistSchema()),
    removals: connection.model<RemovalRow>('Removal', removalSchema()),
    states: connection.model<StateRow>('State', stateSchema()),
    leases: connection.model<LeaseRow>('Lease', leaseSchema()),
    records: connection.model<RecordRow>('Record', recordSchema()),
  };
}

/** Resolves when every index stands: before that nothing is unique. */
export async function ensureIndexes({ therapists, removals, records }: Models): Promise<void> {
  await therapists.createIndexes();
  await removals.createIndexes();
  await records.createIndexes();
}
