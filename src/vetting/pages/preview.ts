import type { ReasonCode } from '../../domain/history.js';
import type { Therapist } from '../../domain/therapist.js';
import type { WrittenEmail } from '../../emails/write-email.js';
import { reasonWords } from '../../wording/reasons.js';
import type { DecisionTyped } from '../decision-form.js';
import type { Decision } from '../decisions.js';
import { subjectTitle } from '../subject.js';
import { consequence, framing } from './decision-words.js';

interface PreviewShown {
  decision: Decision;
  therapist: Therapist;
  typed: DecisionTyped;
  draftRevision: string;
  /** The emails that go out, as they will be sent. */
  emails: readonly WrittenEmail[];
  formToken: string;
  /** Whether it still needs a second reviewer. */
  waits: boolean;
}

/** What will happen and what goes out, before it does. */
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
    reason: typed.reason === '' ? '' : reasonWords[typed.reason as ReasonCode].reviewer,
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
