import { factValue } from '../domain/fact-values.js';
import type { Profile } from '../domain/profile.js';
import { type FactPath, facts } from '../domain/profile-fields.js';
import type { QuestionId } from '../domain/questions.js';
import { type AnswerPart, answerParts, factsOfQuestion, valueWords } from './answers.js';
import { dayLabel } from './dates.js';
import { factWords } from './facts.js';
import { inShort } from './in-short.js';
import { scopeLabels } from './labels.js';
import { counted } from './numbers.js';
import { dosePlacesInSentence, scopeWords } from './scope.js';
import { trainingInALine, trainingsInShort } from './training.js';
import { isYesNo, yesNoSentence } from './yes-no.js';

/** How much of an answer in free words a column shows: the whole of it is on the profile. */
const MOST_IN_COLUMN = 130;

/** An answer in a narrow column. */
interface ShortAnswer {
  readonly lines: (profile: Profile) => readonly string[];
  /** The whole answer, of which two may show the same beginning. */
  readonly gist: (profile: Profile) => unknown;
}

/** The answers of which a column shows less than every fact. */
const ownShort: Readonly<Partial<Record<QuestionId, ShortAnswer>>> = {
  training: { lines: ({ training }) => trainingsInShort(training), gist: ({ training }) => training },
  caseload: {
    lines: ({ caseload }) => [`${counted(caseload.patients, 'patient')}, year to ${dayLabel(caseload.asOf)}`],
    gist: ({ caseload }) => caseload.patients,
  },
  scope: { lines: ({ scope }) => [scopeLabels[scope]], gist: ({ scope }) => scope },
};

const plainShort = (question: QuestionId): ShortAnswer => ({
  lines: (profile) => factsOfQuestion(question).flatMap((path) => lineOf(path, profile)),
  gist: (profile) => factsOfQuestion(question).map((path) => factValue(profile, path)),
});

/** What a narrow column says of an answer. */
export const shortAnswer = (question: QuestionId): ShortAnswer => ownShort[question] ?? plainShort(question);

/** Whether a column says less of an answer than every fact, so that other facts need rows of their own. */
export const isCutShort = (question: QuestionId): boolean => ownShort[question] !== undefined;

function lineOf(path: FactPath, profile: Profile): string[] {
  if (isYesNo(path)) return [yesNoSentence(profile, path)];
  const value = factValue(profile, path);
  if (value === null || [value].flat().length === 0) return [];
  const { kind } = facts.get(path)!;
  const { heading, label } = factWords[path];
  const lead = kind === 'paragraphs' || kind === 'line' ? heading?.short : (heading?.short ?? label);
  const words = inShort(valueWords(kind, path, value), MOST_IN_COLUMN);
  return [lead === undefined ? words : `${lead}: ${words}`];
}

type OneLine = (profile: Profile) => string;

const ownLine: Readonly<Partial<Record<QuestionId, OneLine>>> = {
  training: ({ training }) => trainingInALine(training),
  caseload: ({ caseload }) =>
    `${counted(caseload.patients, 'KAP patient')} in the twelve months before ${dayLabel(caseload.asOf)}`,
  scope: (profile) => {
    const places = dosePlacesInSentence(profile);
    const after = profile.integrationWithin72h ? '; integration within 72 hours' : '';
    return `${scopeWords(profile)}${places === '' ? '' : `; dose taken ${places}`}${after}`;
  },
  'difficult-material': ({ difficultMaterial }) => difficultMaterial.intenseEmotion,
  coordination: (profile) =>
    `${yesNoSentence(profile, 'coordination.withPrescriber')}: ${profile.coordination.how}`,
};

/** An answer in one line of text, for paper; the reader cuts it. */
export function answerLine(question: QuestionId, profile: Profile): string {
  const own = ownLine[question];
  return own === undefined ? answerParts(question, profile).map(partWords).join('; ') : own(profile);
}

const partWords = ({ lead, words }: AnswerPart) =>
  (lead === '' ? words : `${lead}: ${words}`).replace(/\.$/, '');
