import { type Finding, findingAbout } from '../../domain/findings.js';
import type { Therapist } from '../../domain/therapist.js';
import { errorSummary, fieldMaker, type Messages } from '../../web/fields.js';
import { findingLabels } from '../../wording/labels.js';
import { reasonWords } from '../../wording/reasons.js';
import { type DecisionTyped, MOST_QUESTION, MOST_WORDS } from '../decision-form.js';
import { type Decision, reasonsFor } from '../decisions.js';
import { questionableFields } from '../initial-decision-form.js';
import { caseOf, subjectsIn, subjectTitle } from '../subject.js';
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

/** The form of a decision. The next page previews what goes out before anything is decided. */
export function decidePage(shown: FormShown) {
  const { decision, therapist, typed, draftRevision, messages, refusal, formToken } = shown;
  const make = fieldMaker((name) => [name === 'reason' ? typed.reason : typed.words], messages);
  const reasons = reasonsFor[decision].map((reason) => [reason, reasonWords[reason].reviewer] as const);
  const asks = decision === 'ask' ? asksShown(shown) : { first: [], more: [] };
  return {
    ...framing(decision, therapist),
    refusal,
    errors: errorSummary(messages),
    draftRevision,
    formToken,
    reason:
      reasons.length === 0 ? null : make.select('reason', 'Reason', reasons, { none: 'Choose the reason' }),
    words: make.area('words', wordsLabels[decision], { rows: 7, maxlength: MOST_WORDS }),
    asks: asks.first,
    moreAsks: asks.more,
    moreOpen: asks.more.some(({ area }) => area.value !== '' || area.error !== ''),
  };
}

/** A question for each subject, and for every other field of the profile. */
function asksShown({ therapist, typed, messages }: FormShown) {
  const theCase = caseOf(therapist);
  const { findings, profile } = theCase;
  const all = questionableFields(theCase).map((field, index) => {
    const at = typed.asks.findIndex((ask) => ask.field === field);
    const name = `ask.${index}.question`;
    const message = messages.get(`ask.${at < 0 ? index : at}.question`);
    const own = fieldMaker(
      () => [typed.asks[at]?.question ?? ''],
      new Map(message === undefined ? [] : [[name, message]]),
    );
    const wish = { rows: 2, maxlength: MOST_QUESTION, hint: foundOf(findingAbout(findings, field)) };
    return { field, name: `ask.${index}.field`, area: own.area(name, subjectTitle(field), wish) };
  });
  const subjects = subjectsIn(profile).length;
  return { first: all.slice(0, subjects), more: all.slice(subjects) };
}

/** What was found, beside the question. */
function foundOf(finding: Finding | null): string {
  if (finding === null) return '';
  return `${findingLabels[finding.result]}${finding.seen === null ? '' : `: ${finding.seen}`}`;
}

const wordsLabels: Readonly<Record<Decision, string>> = {
  list: 'A word to the therapist (may be left out)',
  ask: 'What you say before the questions (may be left out)',
  decline: 'What the therapist reads',
  drop: 'What the therapist reads',
  suspend: 'What the therapist reads',
  restore: 'A word to the therapist (may be left out)',
};
