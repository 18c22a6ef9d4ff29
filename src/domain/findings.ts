import { z } from 'zod';
import { daySchema } from './calendar.js';
import { type QuestionId, questionIds } from './questions.js';
import { line, paragraphs } from './text.js';

export const findingResults = ['verified', 'self-reported', 'not-shown'] as const;
export type FindingResult = (typeof findingResults)[number];

/** What a reviewer found about one claim: a question, an authority (see `authoritySubject`) or a matter of the person. */
export const findingSchema = z.strictObject({
  subject: line(120),
  result: z.enum(findingResults),
  /** What was seen, in words that may be shown to patients, e.g. "state board look-up". */
  seen: paragraphs(300).nullable(),
  /** Who looked. Not shown in public. */
  by: line(120),
  on: daySchema,
});
export type Finding = z.infer<typeof findingSchema>;

/** The finding filed under `subject`, or `null` when nobody has looked yet. */
export function findingAbout(findings: readonly Finding[], subject: string): Finding | null {
  return findings.find((finding) => finding.subject === subject) ?? null;
}

/** Whether the claim filed under `subject` was checked and held. */
export function isVerified(findings: readonly Finding[], subject: string): boolean {
  return findingAbout(findings, subject)?.result === 'verified';
}

/**
 * What is found in the review of an edit lies beside the public findings, under a subject of its own, until the edit is listed: patients
 * never read a finding about something that they do not see yet.
 */
export const STAGED = 'draft:';
export const isStaged = ({ subject }: Pick<Finding, 'subject'>) => subject.startsWith(STAGED);

/** How many of the five answers were verified, 0 to 5. Results are ordered by it. */
export function evidence(findings: readonly Finding[]): number {
  return questionIds.filter((question: QuestionId) => isVerified(findings, question)).length;
}
