import { findingAbout } from '../domain/findings.js';
import type { Therapist } from '../domain/therapist.js';
import type { DecisionTyped } from './decision-form.js';
import { type Case, caseOf, subjectsIn } from './subject.js';
import { type Decision, questionFor } from './templates.js';

/** Parts of a profile that no finding speaks of, about which something can be asked all the same. */
const moreFields = [
  'about',
  'languages',
  'contact',
  'offices',
  'telehealth',
  'coverage',
  'fees',
  'focus',
  'ages',
  'waitWeeks',
];

/** Every field and subject that a question can be about. */
export function questionableFields({ profile }: Pick<Case, 'profile'>): string[] {
  return [...subjectsIn(profile).map(({ subject }) => subject), ...moreFields];
}

/** The form as it begins: a question for each claim that could not be seen, and the words for the reason given. */
export function initialDecisionForm(decision: Decision, therapist: Therapist): DecisionTyped {
  const theCase = caseOf(therapist);
  if (decision !== 'ask') return { reason: '', words: '', asks: [] };
  const kinds = new Map(subjectsIn(theCase.profile).map(({ subject, kind }) => [subject, kind]));
  const asks = questionableFields(theCase).map((field) => {
    const kind = kinds.get(field);
    const notShown = findingAbout(theCase.findings, field)?.result === 'not-shown';
    return { field, question: kind !== undefined && notShown ? questionFor(kind) : '' };
  });
  return { reason: '', words: '', asks };
}
