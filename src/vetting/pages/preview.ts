import type { Therapist } from '../../domain/therapist.js';
import type { DecisionTyped } from '../decision-form.js';
import { subjectTitle } from '../subject.js';
import { type Decision, reasonLabels } from '../templates.js';
import { consequence, framing } from './decision-words.js';

/** A letter in words, as it will be sent. */
export interface EmailShown {
  subject: string;
  text: string;
}

interface PreviewShown {
  decision: Decision;
  therapist: Therapist;
  typed: DecisionTyped;
  draftRevision: string;
  emails: readonly EmailShown[];
  formToken: string;
  /** Whether it waits for a second reviewer all the same. */
  waits: boolean;
}

/** What is about to happen and what goes out, before it does. */
export function previewPage({
  decision,
  therapist,
  typed,
  draftRevision,
  emails,
  formToken,
  waits,
}: PreviewShown) {
  const asked = typed.asks.filter(({ question }) => question.trim() !== '');
  return {
    ...framing(decision, therapist),
    consequence: waits
      ? 'Your agreement is kept. A second reviewer has to agree before anything is public.'
      : consequence(decision, therapist),
    formToken,
    draftRevision,
    reason: typed.reason === '' ? '' : reasonLabels[typed.reason as keyof typeof reasonLabels],
    emails,
    to: therapist.email,
    asked: asked.map(({ field, question }) => ({
      about: subjectTitle(field),
      question: question.split(/\n+/),
    })),
    hidden: [
      { name: 'reason', value: typed.reason },
      { name: 'words', value: typed.words },
      ...asked.flatMap(({ field, question }, index) => [
        { name: `ask.${index}.field`, value: field },
        { name: `ask.${index}.question`, value: question },
      ]),
    ],
  };
}
