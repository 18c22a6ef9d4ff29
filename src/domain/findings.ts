import { z } from 'zod';
import { daySchema } from './calendar.js';
import { type QuestionId, questionIds } from './questions.js';
import { line, paragraphs } from './text.js';

export const findingResults = ['verified', 'self-reported', 'not-shown'] as const;
export type FindingResult = (typeof findingResults)[number];

/** What a reviewer found about one claim: a question, an authority (see `authoritySubject`) or a check of the person. */
export const findingSchema = z.strictObject({
  subject: line(120),
  result: z.enum(findingResults),
  /** What was seen, in words that may be shown to patients, e.g. "state board look-up". */
  seen: paragraphs(300).nullable(),
  /** The reviewer. Not shown in public. */
  by: line(120),
  on: daySchema,
});
export type Finding = z.infer<typeof findingSchema>;

/** The finding about `subject`, or `null` when nobody has checked it yet. */
export function findingAbout(findings: readonly Finding[], subject: string): Finding | null {
  return findings.find((finding) => finding.subject === subject) ?? null;
}

/** Whether the claim named by `subject` was checked and is right. */
export function isVerified(findings: readonly Finding[], subject: string): boolean {
  return findingAbout(findings, subject)?.result === 'verified';
}

/**
 * Findings from the review of an edit are kept beside the public ones, under subjects with this prefix, until the edit is listed. So
 * patients never read a finding about something that they do not see yet.
 */
export const STAGED = 'draft:';
export const isStaged = ({ subject }: Pick<Finding, 'subject'>) => subject.startsWith(STAGED);

/** How many answers to the questions were verified. Search results are ordered by it. */
export function evidence(findings: readonly Finding[]): number {
  return questionIds.filter((question: QuestionId) => isVerified(findings, question)).length;
}
