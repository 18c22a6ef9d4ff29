/** Everything that is said of something a reviewer checks. */
export interface CheckWords {
  /** What reviewers call it. */
  readonly title: string;
  /** What an email to its therapist calls it. */
  readonly email: string;
  /** What therapists can offer as proof of it. */
  readonly proof: string;
  /** What a reviewer should look for. */
  readonly look: string;
  /** What is often seen, in words that patients may read: a reviewer chooses one, and changes it. */
  readonly suggestions: readonly string[];
  /** What to ask when nothing of it could be seen; the reviewer changes it. */
  readonly firstQuestion: string;
}
