import { findingAbout } from '../../domain/findings.js';
import type { WaitingLetter } from '../../domain/letters.js';
import type { Therapist } from '../../domain/therapist.js';
import { isOnceListed } from '../../domain/workflow/permission.js';
import { errorSummary, fieldMaker, type Messages } from '../../web/fields.js';
import { addresses } from '../addresses.js';
import { type DecisionTyped, MOST_QUESTION, MOST_WORDS } from '../decision-form.js';
import { factLabel } from '../facts.js';
import { caseOf, subjectsIn, subjectTitle } from '../subject.js';
import { type Decision, questionFor, reasonLabels, reasonsFor, wordsFor } from '../templates.js';
import { kindWords, nameOf } from './words.js';

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
export function askableFields({ profile }: ReturnType<typeof caseOf>): string[] {
  return [...subjectsIn(profile).map(({ subject }) => subject), ...moreFields];
}

/** The form as it begins: a question for each claim that could not be seen, and the words for the reason given. */
export function beginning(decision: Decision, therapist: Therapist): DecisionTyped {
  const theCase = caseOf(therapist);
  if (decision !== 'ask') return { reason: '', words: wordsFor(decision, null), asks: [] };
  const kinds = new Map(subjectsIn(theCase.profile).map(({ subject, kind }) => [subject, kind]));
  const asks = askableFields(theCase).map((field) => {
    const kind = kinds.get(field);
    const notShown = findingAbout(theCase.findings, field)?.result === 'not-shown';
    return { field, question: kind !== undefined && notShown ? questionFor(kind) : '' };
  });
  return { reason: '', words: '', asks };
}

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
    const label = subjectTitle(field) === field ? (factLabel(field) ?? field) : subjectTitle(field);
    return {
      field,
      name: `ask.${index}.field`,
      area: own.area(name, label, { rows: 2, maxlength: MOST_QUESTION }),
    };
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

/** A letter in words, as it will be sent. */
export interface LetterShown {
  subject: string;
  text: string;
}

interface PreviewShown {
  decision: Decision;
  therapist: Therapist;
  typed: DecisionTyped;
  draftRevision: string;
  letters: readonly LetterShown[];
  formToken: string;
}

/** What is about to happen and what goes out, before it does. */
export function previewPage({ decision, therapist, typed, draftRevision, letters, formToken }: PreviewShown) {
  const asked = typed.asks.filter(({ question }) => question.trim() !== '');
  return {
    ...framing(decision, therapist),
    consequence: consequence(decision, therapist),
    formToken,
    draftRevision,
    reason: typed.reason === '' ? '' : reasonLabels[typed.reason as keyof typeof reasonLabels],
    letters,
    to: therapist.email,
    asked: asked.map(({ field, question }) => ({
      about: factOrTitle(field),
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

const factOrTitle = (field: string) => {
  const title = subjectTitle(field);
  return title === field ? (factLabel(field) ?? field) : title;
};

function framing(decision: Decision, therapist: Therapist) {
  return {
    heading: `${headings(therapist)[decision]}: ${nameOf(therapist)}`,
    kind: kindWords(therapist),
    action: addresses.decide(therapist.id, decision),
    back: addresses.one(therapist.id),
    go: headings(therapist)[decision],
  };
}

const headings = (therapist: Therapist): Readonly<Record<Decision, string>> => ({
  list: isOnceListed(therapist) ? 'Publish the change' : 'List',
  ask: 'Ask for changes',
  decline: 'Decline',
  drop: 'Drop the change',
  suspend: 'Suspend',
  restore: 'Restore',
});

function consequence(decision: Decision, therapist: Therapist): string {
  return {
    list: isOnceListed(therapist)
      ? 'The change becomes public.'
      : 'The profile becomes public, and patients find it within a second.',
    ask: 'It goes back to the therapist, and leaves the queue until it is sent again.',
    decline:
      'This is the end of the application. It cannot be taken back; the therapist can leave and apply anew.',
    drop: 'The change is given up; what is public stays as it is.',
    suspend: 'The listing is hidden at once, until a reviewer restores it.',
    restore: 'The listing is public again at once, unless it was not confirmed for 120 days.',
  }[decision];
}

/** What a letter says of itself where its words are not at hand. */
export const plainLetter = ({ kind, facts }: WaitingLetter): LetterShown => ({
  subject: kind.replaceAll('-', ' '),
  text: facts.words ?? '',
});
