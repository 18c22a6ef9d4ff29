import { factValue } from '../domain/fact-values.js';
import type { Profile } from '../domain/profile.js';
import type { FactKind } from '../domain/profile-fields/row.js';
import { type FactPath, factPaths, facts, fieldsOfCheck, type PathOfKind } from '../domain/profile-fields.js';
import type { QuestionId } from '../domain/questions.js';
import { programs } from '../domain/reference/programs.js';
import { dayLabel } from './dates.js';
import { factWords } from './facts.js';
import { type ChoicePath, choiceLabels, roleLabels } from './labels.js';
import { listedLabels } from './lists.js';
import { counted, dollars, figure } from './numbers.js';
import { dosePlacesInSentence, scopeWords } from './scope.js';
import { trainingWords } from './training.js';
import { type YesNoPath, yesNoSentence } from './yes-no.js';

/** One part of an answer; `lead` is its heading, empty where it needs none. */
export interface AnswerPart {
  lead: string;
  words: string;
}

type Sentences = (profile: Profile) => readonly string[];

/** Rows of an answer. They have no words in common, so each list needs its own. */
type AnswerRows = Exclude<PathOfKind<'rows'>, 'authority' | 'offices' | 'coverage'>;

const saidElsewhere: Sentences = () => [];

/** The facts that are read as sentences of their own, or inside the sentence of another fact. */
const sentences: Readonly<Record<AnswerRows, Sentences> & Partial<Record<FactPath, Sentences>>> = {
  training: ({ training }) =>
    training.map((given) => {
      const { caution } = programs[given.program];
      return `${trainingWords(given)}.${caution === undefined ? '' : ` ${caution}`}`;
    }),
  'caseload.patients': ({ caseload }) => [
    `${counted(caseload.patients, 'KAP patient')} in the twelve months before ${dayLabel(caseload.asOf)}.`,
  ],
  'caseload.asOf': saidElsewhere,
  scope: (profile) => [
    `${scopeWords(profile)}.`,
    ...(profile.scope === 'in-session' && profile.role !== null
      ? [`${roleLabels[profile.role]} while the medicine works.`]
      : []),
  ],
  presence: saidElsewhere,
  role: saidElsewhere,
  dosePlaces: (profile) =>
    profile.dosePlaces.length === 0 ? [] : [`The dose is taken ${dosePlacesInSentence(profile)}.`],
};

/** The facts that answer a question, in the order of the catalogue. */
export const factsOfQuestion = (question: QuestionId): FactPath[] => {
  const fields = fieldsOfCheck(question);
  return factPaths.filter((path) => fields.includes(facts.get(path)!.field));
};

/** What a listing answers to a question, in short parts. */
export function answerParts(question: QuestionId, profile: Profile): AnswerPart[] {
  return factsOfQuestion(question).flatMap((path) => {
    const own = sentences[path];
    return own === undefined ? plainParts(path, profile) : own(profile).map((words) => ({ lead: '', words }));
  });
}

function plainParts(path: FactPath, profile: Profile): AnswerPart[] {
  const value = factValue(profile, path);
  if (value === null || [value].flat().length === 0) return [];
  const { kind } = facts.get(path)!;
  const { heading, label } = factWords[path];
  if (kind === 'yes-no') return [{ lead: '', words: `${yesNoSentence(profile, path as YesNoPath)}.` }];
  if (kind === 'line' || kind === 'paragraphs') return [{ lead: heading?.full ?? '', words: String(value) }];
  return [{ lead: heading?.full ?? label, words: valueWords(kind, path, value) }];
}

/** One value of a fact that needs no sentence. */
export function valueWords(kind: FactKind, path: FactPath, value: unknown): string {
  if (kind === 'choice' || kind === 'choices') {
    const labels: Readonly<Record<string, string>> = choiceLabels(path as ChoicePath);
    return listedLabels(
      [value].flat().map((id) => labels[String(id)] ?? String(id)),
      'and',
    );
  }
  if (kind === 'day') return dayLabel(String(value));
  if (kind === 'dollars') return dollars(Number(value));
  return kind === 'whole' ? figure(Number(value)) : String(value);
}
