import type { Instant } from '../domain/calendar.js';

/**
 * A document of a kind other than therapist: a session, a report, a referral sheet. Every write raises its
 * `revision`.
 */
export interface SmallRecord {
  id: string;
  revision: number;
}

/** The result of parsing a value: the record, or what is wrong with it. */
type Parsed<R> =
  | { success: true; data: R }
  | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

/** What the store needs to know of one kind. `kinds.ts` lists all kinds. */
export interface RecordKind<R extends SmallRecord> {
  /** Names the kind in the store; never changed once released. */
  readonly name: string;
  /** Validates imported records. `parse` throws a ZodError. */
  readonly schema: { parse(value: unknown): R; safeParse(value: unknown): Parsed<R> };
  /** Secondary keys that find the record besides its id: few, of at most 150 characters each. */
  tags(record: R): readonly string[];
  /** The instant that orders the records of one tag. */
  at(record: R): Instant;
  /** When the store may delete it. `null` = kept until it is removed. */
  endsAt(record: R): Instant | null;
  /** Whether exports and backups include it. Not for short-lived records, such as sessions. */
  readonly exported: boolean;
}

/** A position in a list ordered by instant and id. The next page starts after it. */
export interface ListPosition {
  at: Instant;
  id: string;
}

export interface TaggedOptions {
  /** 1 to 1,000. */
  limit: number;
  /** Default: oldest first. */
  newestFirst?: boolean;
  after?: ListPosition;
}

/** Records of one kind. Every method may be called by several processes at once. */
export interface RecordStore<R extends SmallRecord> {
  /**
   * Adds a record with revision 1.
   * @throws Conflict (`id`) when its id is taken.
   * @throws RangeError, as every write does, when its id is empty or longer than 200 characters, a tag is
   * longer than 150, or one of them contains a NUL.
   */
  insert(record: R): Promise<R>;
  /**
   * Replaces the record if it still has the revision of `record`. Returns it with the next revision.
   * @throws Conflict (`revision`) when it was written since.
   * @throws Missing when it does not exist.
   */
  update(record: R): Promise<R>;
  /** Writes a record as it is, with its revision, over any record with its id. For restoring backups. */
  restore(record: R): Promise<void>;
  /** Removes it. Returns whether it existed: of several calls at once, one returns `true`. */
  remove(id: string): Promise<boolean>;
  /** Returns the record even past its end: the caller compares `endsAt` with the clock. */
  get(id: string): Promise<R | null>;
  /** Records with that tag, ordered by instant and id. */
  tagged(tag: string, options: TaggedOptions): Promise<R[]>;
  count(tag: string): Promise<number>;
  /** A page of all records by id, after the last id of the previous page. `limit` 1 to 1,000. */
  page(after: string | null, limit: number): Promise<R[]>;
  /** Removes up to 1,000 records that ended at `now` or before. Returns how many. */
  sweep(now: Instant): Promise<number>;
}
