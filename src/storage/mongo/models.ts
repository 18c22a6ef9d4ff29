import mongoose, { type Connection, type Model } from 'mongoose';
import type { LeaseRow, RecordRow, RemovalRow, StateRow, TherapistRow } from './row-shapes.js';

export interface Models {
  readonly therapists: Model<TherapistRow>;
  readonly removals: Model<RemovalRow>;
  readonly states: Model<StateRow>;
  readonly leases: Model<LeaseRow>;
  readonly records: Model<RecordRow>;
}

/** How long removals are kept. An older cursor is refused, so that no reader misses a removal. */
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

/** The collections on this connection. {@link ensureIndexes} creates their indexes. */
export function modelsOn(connection: Connection): Models {
  return {
    therapists: connection.model<TherapistRow>('Therapist', therapistSchema()),
    removals: connection.model<RemovalRow>('Removal', removalSchema()),
    states: connection.model<StateRow>('State', stateSchema()),
    leases: connection.model<LeaseRow>('Lease', leaseSchema()),
    records: connection.model<RecordRow>('Record', recordSchema()),
  };
}

/** Resolves when every index exists. Before that, nothing is unique. */
export async function ensureIndexes({ therapists, removals, records }: Models): Promise<void> {
  await therapists.createIndexes();
  await removals.createIndexes();
  await records.createIndexes();
}
