import type { Day } from '../domain/calendar.js';
import { type Finding, findingAbout } from '../domain/findings.js';
import { answeredAt, type Listing } from '../domain/listing.js';
import type { QuestionId } from '../domain/questions.js';
import { dayLabel } from './dates.js';
import { findingLabels } from './labels.js';

/** What was checked of one claim, when and how, as a badge and a sentence show it. */
export interface Proof {
  label: string;
  verified: boolean;
  detail: string;
  /** The day alone, where space is short. */
  when: string;
}

/**
 * The proof of the claim filed under `subject`. A claim that was not checked is the therapist's own word when there is one
 * (`claimed`), and otherwise not shown.
 */
export function proofOf(findings: readonly Finding[], subject: string, claimed: Day | null): Proof {
  const finding = findingAbout(findings, subject);
  if (finding === null) {
    const label = findingLabels[claimed === null ? 'not-shown' : 'self-reported'];
    return {
      label,
      verified: false,
      detail: claimed === null ? '' : `Said by the therapist, ${dayLabel(claimed)}`,
      when: claimed === null ? '' : dayLabel(claimed),
    };
  }
  const when = `${finding.result === 'verified' ? 'checked' : 'looked at'} ${dayLabel(finding.on)}`;
  const seen = finding.seen === null ? '' : `${finding.seen}, `;
  return {
    label: findingLabels[finding.result],
    verified: finding.result === 'verified',
    detail: `${seen}${when}`,
    when,
  };
}

/** The proof of one answer of a listing. */
export const answerProof = (listing: Listing, question: QuestionId): Proof =>
  proofOf(listing.findings, question, answeredAt(listing, question));
