import type { Draft } from '../draft.js';
import { type Finding, isStaged, STAGED } from '../findings.js';
import type { Therapist } from '../therapist.js';
import { isOnceListed } from './permission.js';
import { changedSubjects, subjectsOf } from './subjects.js';

export const staged = (finding: Finding): Finding => ({ ...finding, subject: STAGED + finding.subject });
const unstaged = (finding: Finding): Finding => ({
  ...finding,
  subject: finding.subject.slice(STAGED.length),
});

/**
 * The findings that hold for the draft, each under its plain subject. For an application, that is all of them. For an edit, the findings of
 * its review, and older ones about claims that did not change. Without a draft, the public ones.
 */
export function findingsInReview(therapist: Therapist): Finding[] {
  const { draft, published, findings } = therapist;
  const profile = draft ?? published ?? {};
  const claims = new Set(subjectsOf(profile));
  const kept = findings.filter((finding) => !isStaged(finding));
  if (!isOnceListed(therapist) || draft === null || published === null)
    return kept.filter(({ subject }) => claims.has(subject));
  const looked = new Map(findings.filter(isStaged).map((finding) => [unstaged(finding).subject, finding]));
  const changed = changedSubjects(published, draft);
  const held = kept.filter(({ subject }) => !changed.has(subject) && !looked.has(subject));
  return [...held, ...[...looked.values()].map(unstaged)].filter(({ subject }) => claims.has(subject));
}

/** The findings without those about claims that the draft has changed. */
export function withoutOutdated(therapist: Therapist, before: Draft, after: Draft): Finding[] {
  const edit = isOnceListed(therapist);
  const changed = changedSubjects(before, after);
  const outdated = new Set([...changed].map((subject) => (edit ? STAGED + subject : subject)));
  return therapist.findings.filter(({ subject }) => !outdated.has(subject));
}
