import { toDay } from '../calendar.js';
import type { Finding } from '../findings.js';
import type { Therapist } from '../therapist.js';
import type { Context } from './command.js';
import { Unmet } from './errors.js';
import { staged } from './findings-in-review.js';
import { assertAllowed, inReview, isOnceListed } from './permission.js';
import { unlistable } from './standing.js';
import { subjectsOf } from './subjects.js';
import { applyTransition, scheduleNextCheck } from './transition.js';

type FindingContext = Pick<Context, 'actor' | 'now' | 'newId'>;

/**
 * The record with what a reviewer found. In a review, the findings are about the draft and become public when it is listed; the decision
 * keeps a copy. Outside a review, they are about the public profile and count at once, with an event of their own.
 * @throws NotAllowed @throws Unmet when the profile makes no such claim, when the day is in the future, or when the listing could not stay
 * public: then it has to be suspended first, with a reason.
 */
export function recordFindings(
  therapist: Therapist,
  found: readonly Omit<Finding, 'by'>[],
  context: FindingContext,
): Therapist {
  assertAllowed(therapist, 'recheck', context.actor);
  const reviewing = inReview(therapist);
  const by = context.actor.email ?? context.actor.role;
  const findings = found.map((finding) => checked(therapist, { ...finding, by }, reviewing, context.now));
  const asFiled = reviewing && isOnceListed(therapist) ? findings.map(staged) : findings;
  const all = new Map([...therapist.findings, ...asFiled].map((finding) => [finding.subject, finding]));
  const changes = { findings: [...all.values()], updatedAt: context.now.toISOString() };
  if (reviewing) return scheduleNextCheck({ ...therapist, ...changes }, context.now);
  const { status, published } = therapist;
  const unmet = status === 'listed' && published && unlistable(published, changes.findings, context.now);
  if (unmet) throw new Unmet(unmet.field, 'Without this nobody stays listed: suspend the listing first.');
  const fields = findings.map(({ subject }) => subject);
  return applyTransition(therapist, { changes, event: { action: 'recheck', fields } }, context);
}

function checked(therapist: Therapist, finding: Finding, reviewing: boolean, now: Date): Finding {
  const about = (reviewing ? therapist.draft : therapist.published) ?? {};
  if (!subjectsOf(about).includes(finding.subject))
    throw new Unmet(finding.subject, 'The profile does not claim this any more.');
  if (finding.on > toDay(now)) throw new Unmet(finding.subject, 'Give the day on which you looked.');
  return finding;
}
