import type { Instant } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import type { RecordKind, RecordStore, SmallRecord, TaggedOptions } from './small-records.js';

/** The record was written by someone else since it was read, or a unique key is taken (`field` names it). */
export class Conflict extends Error {
  readonly field: 'revision' | 'slug' | 'email' | 'id';
  constructor(field: Conflict['field'], message: string) {
    super(message);
    this.name = 'Conflict';
    this.field = field;
  }
}

/** The record to be written does not exist. */
export class Missing extends Error {
  override readonly name = 'Missing';
}

/** The store cannot be opened, or may not be written any more; the message is one sentence that says what to do. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}

/** The server that keeps the store does not answer. Nothing is wrong with the call: it may be tried again later. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';
}

export interface PageOfTherapists {
  therapists: Therapist[];
  /** The key to go on from; `null` at the end. */
  next: string | null;
}

/** What happened to one therapist. A record that changed twice since the cursor may be told once, with its last state. */
export type Change = { id: string; therapist: Therapist } | { id: string; therapist: null };

export interface Changes {
  changes: Change[];
  /** Where to go on. Opaque; good for any process on the same store. */
  cursor: string;
  /** Whether more changes wait already. */
  more: boolean;
}

/** That the search server holds this revision of a record. */
export interface IndexMark {
  id: string;
  revision: number;
}

/** Therapists as they are kept. Every method may be called by several processes at once. */
export interface TherapistStore {
  /** Adds a record with revision 1. @throws Conflict when its id, slug or e-mail (without regard to case) is taken. */
  insert(therapist: Therapist): Promise<Therapist>;
  /** Adds many, all or none. @throws Conflict as {@link insert} does. */
  insertMany(therapists: readonly Therapist[]): Promise<void>;
  /**
   * Replaces the record when it still has the revision of `therapist`, and answers it with the next one.
   * @throws Conflict when it was written since, or a unique key is taken. @throws Missing when it is not there.
   */
  update(therapist: Therapist): Promise<Therapist>;
  /**
   * Adds records as they are, `revision` and dates and all, for what brings a backup or another engine's records here. Only the index
   * mark is set to 0, as it spoke of another search server. All or none. @throws Conflict as {@link insert} does.
   */
  restore(therapists: readonly Therapist[]): Promise<void>;
  /**
   * Puts the record as it is in the place of the one with its id, which must still have the revision `seen`; the index mark becomes 0.
   * @throws Conflict when it was written since, or a unique key is taken. @throws Missing when it is not there.
   */
  restoreOver(therapist: Therapist, seen: number): Promise<void>;
  /** Removes a record for good; `changesSince` tells it. Removing what is not there does nothing. */
  remove(id: string): Promise<void>;
  /** Removes every record that carries `demo`, and answers how many. */
  removeDemo(): Promise<number>;
  get(id: string): Promise<Therapist | null>;
  /** The records with these ids, in this order, without those that do not exist. At most 1,000 ids. */
  getMany(ids: readonly string[]): Promise<Therapist[]>;
  getBySlug(slug: string): Promise<Therapist | null>;
  getByEmail(email: string): Promise<Therapist | null>;
  /** A page of all records by id, after the key of the page before. `limit` 1 to 1,000. */
  page(after: string | null, limit: number): Promise<PageOfTherapists>;
  count(filter?: { demo?: boolean }): Promise<number>;
  /** Records that carry the tag (see `domain/therapist-tags.ts`), ordered by `taggedAt` and id. */
  tagged(tag: string, options: TaggedOptions): Promise<Therapist[]>;
  countTagged(tag: string): Promise<number>;
  /** Where {@link changesSince} would begin to tell what happens from now on. */
  cursor(): Promise<string>;
  /** What changed since `cursor`, oldest first, each at least once, none left out. `limit` 1 to 1,000. */
  changesSince(cursor: string, limit: number): Promise<Changes>;
  /** Notes that the search server holds `revision`; touches neither revision nor `updatedAt`, and no change is told. */
  markIndexed(id: string, revision: number): Promise<void>;
  /** {@link markIndexed} for many; a mark of what is gone does nothing. At most 1,000. */
  markManyIndexed(marks: readonly IndexMark[]): Promise<void>;
  /** Records that the search server does not hold as they are, the oldest change first. `limit` 1 to 1,000. */
  unindexed(limit: number): Promise<Therapist[]>;
  /** Records whose `nextDueAt` has come, the longest due first. `limit` 1 to 1,000. */
  due(now: Instant, limit: number): Promise<Therapist[]>;
}

/**
 * Who does what only one process may do at a time. A lease that is not taken again in time is free, so that the death of a process
 * stops nothing for long; whoever works under one stops when it was not renewed.
 */
export interface LeaseStore {
  /**
   * Takes the lease `name` for `forMs` milliseconds from now, or renews it; `false` when another holder has it. Of several at once one
   * gets it. `now` is the holder's clock; an engine with a clock of its own goes by that.
   */
  take(name: string, holder: string, forMs: number, now: Instant): Promise<boolean>;
  /** Gives the lease back; does nothing when `holder` does not have it. */
  release(name: string, holder: string): Promise<void>;
}

export interface Store {
  readonly therapists: TherapistStore;
  readonly leases: LeaseStore;
  /** The records of one kind. */
  records<R extends SmallRecord>(kind: RecordKind<R>): RecordStore<R>;
  /** Answers when the store does; rejects when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
