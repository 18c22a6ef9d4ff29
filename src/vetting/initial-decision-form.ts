import { findingAbout } from '../domain/findings.js';
import { checkIds } from '../domain/profile-fields/checks.js';
import { type Field, fieldNames, rowOf } from '../domain/profile-fields.js';
import type { Therapist } from '../domain/therapist.js';
import { checkWords } from '../wording/checks.js';
import type { DecisionTyped } from './decision-form.js';
import type { Decision } from './decisions.js';
import { type Case, caseOf, subjectsIn } from './subject.js';

/** A field that names its check, or that has a check for each row: licenses and PSYPACT. */
const isChecked = (field: Field) =>
  rowOf(field).check !== undefined || (checkIds as readonly string[]).includes(field);

/** Fields without a finding. A reviewer can ask about them too. */
const moreFields = fieldNames.filter((field) => !isChecked(field));

/** Every field and subject that a question can be about. */
export function questionableFields({ profile }: Pick<Case, 'profile'>): string[] {
  return [...subjectsIn(profile).map(({ subject }) => subject), ...moreFields];
}

/** The form before anything is typed: a question for each claim that was not shown. */
export function initialDecisionForm(decision: Decision, therapist: Therapist): DecisionTyped {
  const { profile, findings } = caseOf(therapist);
  if (decision !== 'ask') return { reason: '', words: '', asks: [] };
  const checks = new Map(subjectsIn(profile).map(({ subject, check }) => [subject, check]));
  const asks = questionableFields({ profile }).map((field) => {
    const check = checks.get(field);
    const notShown = findingAbout(findings, field)?.result === 'not-shown';
    return { field, question: check !== undefined && notShown ? checkWords[check].firstQuestion : '' };
  });
  return { reason: '', words: '', asks };
}
