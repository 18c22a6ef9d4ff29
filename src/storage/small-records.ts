import type { Instant } from '../domain/calendar.js';

/** A record besides the therapists': a session, a report, a referral sheet. Its `revision` grows with every write. */
export interface SmallRecord {
  id: string;
  revision: number;
}

/** What a schema makes of a value: the record, or what is wrong with it. */
type Parsed<R> =
  | { success: true; data: R }
  | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

/** What the store needs to know of one kind. Kinds stand in `kinds.ts`. */
export interface RecordKind<R extends SmallRecord> {
  /** Names the kind in the store; never changed once released. */
  readonly name: string;
  /** What an import is held against; `parse` throws a ZodError. */
  readonly schema: { parse(value: unknown): R; safeParse(value: unknown): Parsed<R> };
  /** Under what it is found besides its id: few, of at most 150 characters each. */
  tags(record: R): readonly string[];
  /** The moment by which records of one tag are ordered. */
  at(record: R): Instant;
  /** From when on the store may forget it; `null` = it is kept until somebody removes it. */
  endsAt(record: R): Instant | null;
  /** Whether exports and backups take it along: not what lives for minutes, such as a session. */
  readonly exported: boolean;
}

/** A place in a list that is ordered by moment and id: the list goes on behind it. */
export interface Place {
  at: Instant;
  id: string;
}

export interface TaggedOptions {
  /** 1 to 1,000. */
  limit: number;
  /** The oldest first when nothing is said. */
  newestFirst?: boolean;
  after?: Place;
}

/** Records of one kind. Every method may be called by several processes at once. */
export interface RecordStore<R extends SmallRecord> {
  /**
   * Adds a record with revision 1. @throws Conflict (`id`) when its id is taken. @throws RangeError, as every write does, when its id is
   * empty or longer than 200 characters, a tag longer than 150, or one of them holds a NUL.
   */
  insert(record: R): Promise<R>;
  /**
   * Replaces the record when it still has the revision of `record`, and answers it with the next one.
   * @throws Conflict (`revision`) when it was written since. @throws Missing when it is not there.
   */
  update(record: R): Promise<R>;
  /** Puts a record as it is, revision and all, in whatever place it has: for what brings a backup here. */
  restore(record: R): Promise<void>;
  /** Removes it, and says whether it was there: of several at once, one is told `true`. */
  remove(id: string): Promise<boolean>;
  /** The record, past its end or not: who reads it looks at the clock. */
  get(id: string): Promise<R | null>;
  /** Records with that tag, ordered by moment and id. */
  tagged(tag: string, options: TaggedOptions): Promise<R[]>;
  count(tag: string): Promise<number>;
  /** A page of all records by id, after the id of the page before. `limit` 1 to 1,000. */
  page(after: string | null, limit: number): Promise<R[]>;
  /** Removes up to 1,000 of those that ended at `now` or before, and says how many. */
  sweep(now: Instant): Promise<number>;
}
