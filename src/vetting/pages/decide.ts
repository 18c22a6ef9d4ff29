import { findingAbout } from '../../domain/findings.js';
import type { Therapist } from '../../domain/therapist.js';
import { errorSummary, fieldMaker, type Messages } from '../../web/fields.js';
import { findingLabels } from '../../web/labels.js';
import { askableFields } from '../askable.js';
import { type DecisionTyped, MOST_QUESTION, MOST_WORDS } from '../decision-form.js';
import { caseOf, subjectsIn, subjectTitle } from '../subject.js';
import { type Decision, reasonLabels, reasonsFor } from '../templates.js';
import { framing } from './decision-words.js';

interface FormShown {
  decision: Decision;
  therapist: Therapist;
  typed: DecisionTyped;
  draftRevision: string;
  messages: Messages;
  refusal: string;
  formToken: string;
}

/** The form of a decision. Nothing is decided by it yet: the next page shows what goes out. */
export function decidePage({
  decision,
  therapist,
  typed,
  draftRevision,
  messages,
  refusal,
  formToken,
}: FormShown) {
  const make = fieldMaker(
    (name) => [name === 'words' ? typed.words : name === 'reason' ? typed.reason : questionOf(typed, name)],
    messages,
  );
  const reasons = reasonsFor[decision].map((reason) => [reason, reasonLabels[reason]] as const);
  const theCase = caseOf(therapist);
  const asks = decision !== 'ask' ? [] : askableFields(theCase).map((field, index) => askShown(field, index));
  const subjects = subjectsIn(theCase.profile).length;

  function askShown(field: string, index: number) {
    const at = typed.asks.findIndex((ask) => ask.field === field);
    const question = typed.asks[at]?.question ?? '';
    const name = `ask.${index}.question`;
    const message = messages.get(`ask.${at < 0 ? index : at}.question`);
    const own = fieldMaker(() => [question], new Map(message === undefined ? [] : [[name, message]]));
    const label = subjectTitle(field);
    return {
      field,
      name: `ask.${index}.field`,
      area: own.area(name, label, { rows: 2, maxlength: MOST_QUESTION, hint: foundOf(field) }),
    };
  }

  /** What was found of it, beside the question. */
  function foundOf(field: string): string {
    const finding = findingAbout(theCase.findings, field);
    return finding === null
      ? ''
      : `${findingLabels[finding.result]}${finding.seen === null ? '' : `: ${finding.seen}`}`;
  }

  return {
    ...framing(decision, therapist),
    refusal,
    errors: errorSummary(messages),
    draftRevision,
    formToken,
    reason:
      reasons.length === 0 ? null : make.select('reason', 'Reason', reasons, { none: 'Choose the reason' }),
    words: make.area('words', wordsLabels[decision], { rows: 7, maxlength: MOST_WORDS }),
    asks: asks.slice(0, subjects),
    moreAsks: asks.slice(subjects),
    moreOpen: asks.slice(subjects).some(({ area }) => area.value !== '' || area.error !== ''),
  };
}

const questionOf = ({ asks }: DecisionTyped, name: string) =>
  asks[Number(name.split('.')[1])]?.question ?? '';

const wordsLabels: Readonly<Record<Decision, string>> = {
  list: 'A word to the therapist (may be left out)',
  ask: 'What you say before the questions (may be left out)',
  decline: 'What the therapist reads',
  drop: 'What the therapist reads',
  suspend: 'What the therapist reads',
  restore: 'A word to the therapist (may be left out)',
};
