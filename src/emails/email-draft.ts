import type { Day } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';

/** What a letter is made of besides the facts that came with it. */
export interface EmailContext {
  /** Where people reach us, such as `https://directory.example`. */
  origin: string;
  today: Day;
  /** The path of the link that was made for this letter alone (to sign in, to confirm); `null` where it has none. */
  path: string | null;
  /** Whom the letter is about, as they stand when it is sent; `null` where that is nobody (yet, or any more). */
  therapist: Therapist | null;
}

/**
 * Facts by name, as they stand in the letter's record; each may be missing, and the letter then says less.
 *
 * | fact | in the letters | what it is |
 * |---|---|---|
 * | `of` | received, changes-asked | `edit` where it is about a change of a listing, else the application |
 * | `words` | changes-asked, listed, edit-listed, declined, edit-dropped, suspended, restored, corrected, left | a reviewer's own words |
 * | `reason` | declined, edit-dropped, suspended | a reason code of `domain/history.ts` |
 * | `reason` | reported | a reason of `domain/report.ts`; the words of whoever told it are never in a letter |
 * | `status` | restored, edit-listed | the status that it has now |
 * | `fields` | corrected | paths of the profile, separated by blanks |
 * | `subject`, `expiresOn` | license-expiring, license-expired | which authority (its subject), and its last day |
 * | `left` | license-expired | in how many states they may still treat, by what is verified |
 * | `name` | left | how the therapist was called |
 *
 * Everything else (the name, the questions asked, when it was last confirmed) is read from the record when the letter is sent.
 */
export type Facts = Readonly<Record<string, string | undefined>>;

/** A letter before it is set: its paragraphs in order. */
export interface EmailDraft {
  subject: string;
  /** A text; something typed by a person, to be shown as theirs; or the one link, with the words before it. */
  body: readonly (string | { quote: string } | { link: string })[];
}

export type Write = (facts: Facts, context: EmailContext) => EmailDraft;
