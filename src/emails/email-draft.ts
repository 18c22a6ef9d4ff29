import type { Day } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';

/** What an email is made of besides the facts in its record. */
export interface EmailContext {
  /** The origin of our pages, such as `https://directory.example`. */
  origin: string;
  today: Day;
  /** The path of the link that was made for this email only (to sign in, to confirm); `null` when it has none. */
  path: string | null;
  /** The therapist that the email is about, as of when it is sent; `null` when there is no record (yet, or any longer). */
  therapist: Therapist | null;
}

/**
 * Facts by name, as in the record of the email. Each may be missing; then the email says less.
 *
 * | fact | in the emails | what it is |
 * |---|---|---|
 * | `of` | received, changes-asked | `edit` when it is about a change of a listing, otherwise it is about the application |
 * | `words` | changes-asked, listed, edit-listed, declined, edit-dropped, suspended, restored, corrected, left | a reviewer's own words |
 * | `reason` | declined, edit-dropped, suspended | a reason code of `domain/history.ts` |
 * | `reason` | reported | a reason of `domain/report.ts`; the visitor's words are never in an email |
 * | `status` | restored, edit-listed | the status that it has now |
 * | `fields` | corrected | paths of the profile, separated by blanks |
 * | `subject`, `expiresOn` | license-expiring, license-expired | which authority (its subject), and its last day |
 * | `left` | license-expired | in how many states they may still treat, by what is verified |
 * | `name` | left | the therapist's name |
 *
 * Everything else (the name, the questions asked, when it was last confirmed) is read from the record when the email is sent.
 */
export type Facts = Readonly<Record<string, string | undefined>>;

/** An email before its lines are wrapped: its paragraphs in order. */
export interface EmailDraft {
  subject: string;
  /** A paragraph of ours; a quote of what a person typed, to be shown as theirs; or the one link. */
  body: readonly (string | { quote: string } | { link: string })[];
}

export type Write = (facts: Facts, context: EmailContext) => EmailDraft;
