import type { Instant } from '../domain/calendar.js';
import { KnownError } from '../domain/errors.js';
import type { Therapist } from '../domain/therapist.js';
import type { RecordKind, RecordStore, SmallRecord, TaggedOptions } from './small-records.js';

/** Another writer changed the record since it was read, or a unique key is taken. `field` names which. */
export class Conflict extends KnownError {
  override readonly kind = 'conflict';
  readonly field: 'revision' | 'slug' | 'email' | 'id';
  constructor(field: Conflict['field'], message: string) {
    super(message);
    this.field = field;
  }
}

/** The record to write does not exist. */
export class Missing extends KnownError {
  override readonly kind = 'not-found';
}

/** The store cannot be opened or may no longer be written. The message is one sentence that says what to do. */
export class StoreRefused extends KnownError {
  override readonly kind = 'misconfigured';
}

/** The database server does not answer. The call itself is fine: it may be retried later. */
export class StoreUnreachable extends KnownError {
  override readonly kind = 'unavailable';
}

export interface PageOfTherapists {
  therapists: Therapist[];
  /** The key that starts the next page; `null` at the end. */
  next: string | null;
}

/**
 * One change of a therapist. A record that changed twice since the cursor may appear once, in its last state.
 */
export type Change = { id: string; therapist: Therapist } | { id: string; therapist: null };

export interface Changes {
  changes: Change[];
  /** Where the next call continues. Opaque; valid in every process on the same store. */
  cursor: string;
  /** Whether more changes are available now. */
  more: boolean;
}

/** Records that the search server holds this revision of a therapist. */
export interface IndexMark {
  id: string;
  revision: number;
}

/** Stored therapists. Several processes may call every method at once. */
export interface TherapistStore {
  /** Adds a record with revision 1. @throws Conflict when its id, slug or email (in any case) is taken. */
  insert(therapist: Therapist): Promise<Therapist>;
  /** Adds many, all or none. @throws Conflict as {@link insert} does. */
  insertMany(therapists: readonly Therapist[]): Promise<void>;
  /**
   * Replaces the record if it still has the revision of `therapist`. Returns it with the next revision.
   * @throws Conflict when it was written since, or a unique key is taken.
   * @throws Missing when it does not exist.
   */
  update(therapist: Therapist): Promise<Therapist>;
  /**
   * Adds records as they are, with their `revision` and dates, for restoring a backup or moving from another
   * engine. Only the index mark becomes 0, because it refers to another search server. All or none.
   * @throws Conflict as {@link insert} does.
   */
  restore(therapists: readonly Therapist[]): Promise<void>;
  /**
   * Replaces the record with the same id, which must still have the revision `seen`. The index mark becomes 0.
   * @throws Conflict when it was written since, or a unique key is taken.
   * @throws Missing when it does not exist.
   */
  restoreOver(therapist: Therapist, seen: number): Promise<void>;
  /** Removes a record for good, and `changesSince` reports it. Does nothing when the record does not exist. */
  remove(id: string): Promise<void>;
  /** Removes every record marked `demo`. Returns how many. */
  removeDemo(): Promise<number>;
  get(id: string): Promise<Therapist | null>;
  /** The records with these ids, in this order, without those that do not exist. At most 1,000 ids. */
  getMany(ids: readonly string[]): Promise<Therapist[]>;
  getBySlug(slug: string): Promise<Therapist | null>;
  getByEmail(email: string): Promise<Therapist | null>;
  /** A page of all records by id, after the last key of the previous page. `limit` 1 to 1,000. */
  page(after: string | null, limit: number): Promise<PageOfTherapists>;
  count(filter?: { demo?: boolean }): Promise<number>;
  /** Records with this tag (see `domain/therapist-tags.ts`), ordered by `taggedAt` and id. */
  tagged(tag: string, options: TaggedOptions): Promise<Therapist[]>;
  countTagged(tag: string): Promise<number>;
  /** A cursor from which {@link changesSince} reports every later change. */
  cursor(): Promise<string>;
  /** Changes since `cursor`, oldest first, each at least once, none missing. `limit` 1 to 1,000. */
  changesSince(cursor: string, limit: number): Promise<Changes>;
  /**
   * Records that the search server holds `revision`. Changes neither revision nor `updatedAt`, and reports no
   * change.
   */
  markIndexed(id: string, revision: number): Promise<void>;
  /** {@link markIndexed} for many. Marks of removed records are ignored. At most 1,000. */
  markManyIndexed(marks: readonly IndexMark[]): Promise<void>;
  /**
   * Records whose current revision the search server does not hold, oldest change first. `limit` 1 to 1,000.
   */
  unindexed(limit: number): Promise<Therapist[]>;
  /** Records whose `nextDueAt` has passed, longest overdue first. `limit` 1 to 1,000. */
  due(now: Instant, limit: number): Promise<Therapist[]>;
}

/**
 * Leases for work that only one process may do at a time. A lease that is not renewed in time is free again, so
 * a dead process blocks nothing for long. A holder stops its work when a renewal fails.
 */
export interface LeaseStore {
  /**
   * Takes or renews the lease `name` for `forMs` milliseconds. Returns `false` when another holder has it. Of
   * several calls at once, one gets it. `now` is the holder's clock; an engine that has its own clock uses
   * that.
   */
  take(name: string, holder: string, forMs: number, now: Instant): Promise<boolean>;
  /** Releases the lease. Does nothing when `holder` does not have it. */
  release(name: string, holder: string): Promise<void>;
}

export interface Store {
  readonly therapists: TherapistStore;
  readonly leases: LeaseStore;
  /** The records of one kind. */
  records<R extends SmallRecord>(kind: RecordKind<R>): RecordStore<R>;
  /** Resolves when the store answers, and rejects when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
