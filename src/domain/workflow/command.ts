import type { Actor, Question, ReasonCode } from '../history.js';
import type { Profile } from '../profile.js';

/** The fields that a reviewer may correct when a report was right. All of them may change at once (see `edits.ts`). */
export type Correction = Partial<Profile>;

type Plain = 'submit' | 'take-back' | 'claim' | 'release' | 'confirm' | 'pause' | 'resume' | 'withdraw';

/** What a person wants to happen to a record. The form has parsed the texts. */
export type Command =
  | { [A in Plain]: { action: A } }[Plain]
  | { action: 'ask'; asked: readonly Pick<Question, 'field' | 'question'>[]; words: string | null }
  | { action: 'list'; words: string | null }
  | { action: 'restore'; words: string | null }
  | { action: 'decline'; reason: ReasonCode; words: string | null }
  | { action: 'suspend'; reason: ReasonCode; words: string | null }
  /** A therapist drops an edit of their own without a reason or words. */
  | { action: 'drop'; reason: ReasonCode | null; words: string | null }
  | { action: 'correct'; patch: Correction; words: string | null };

export type CommandOf<A extends Command['action']> = Extract<Command, { action: A }>;

export interface Context {
  /** Who acts. The email address is kept for reviewers only. */
  actor: Actor;
  now: Date;
  newId: () => string;
  /** Whether two reviewers have to agree before anything is listed. */
  twoReviewers: boolean;
  /** Slugs that are known to be taken. When the store throws Conflict on `slug`, act again with that slug added here. */
  takenSlugs?: readonly string[];
  /** The revision of the draft that the person saw. */
  seenDraftRevision?: number;
}
