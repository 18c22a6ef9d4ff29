import type { Basis, Mode } from '../domain/authority.js';
import type { CoveredPart } from '../domain/coverage.js';
import { type FacetChoice, facets, type ListFacetName, listFacetNames } from '../domain/facets.js';
import type { FindingResult } from '../domain/findings.js';
import type { ChoiceOf, PathOfKind } from '../domain/profile-fields.js';
import type { QuestionId } from '../domain/questions.js';
import type { TrainingKind } from '../domain/reference/programs.js';
import type { ChoiceWords } from './facts/words.js';
import { facetWords, factWords, type Voice } from './facts.js';

/** A fact that is one of a few choices, or some of them. */
export type ChoicePath = PathOfKind<'choice' | 'choices'>;
type Labels<Id extends string> = Readonly<Record<Id, string>>;

/** What each choice of a fact is called, for those who read it. The words of all voices are in `facts/`. */
export function choiceLabels<P extends ChoicePath>(path: P, voice: Voice = 'patients'): Labels<ChoiceOf<P>> {
  const choices = Object.entries<ChoiceWords>(factWords[path].choices);
  return Object.fromEntries(
    choices.map(([id, words]) => [id, typeof words === 'string' ? words : words[voice]]),
  ) as Labels<ChoiceOf<P>>;
}

/** What patients read of each choice. */
export const scopeLabels = choiceLabels('scope');
export const presenceLabels = choiceLabels('presence');
export const dosePlaceLabels = choiceLabels('dosePlaces');
export const roleLabels = choiceLabels('role');
export const ageLabels = choiceLabels('ages');
export const focusLabels = choiceLabels('focus');
export const languageLabels = choiceLabels('languages');
export const disciplineLabels = choiceLabels('discipline');

function labelsOfFacet(name: ListFacetName): Labels<string> {
  const words = facetWords[name];
  return 'choices' in words ? words.choices : choiceLabels(facets[name].path as ChoicePath);
}

/** What each choice of a filter is called: its own words, or those of the fact that it asks for. */
export const facetLabels = Object.fromEntries(listFacetNames.map((name) => [name, labelsOfFacet(name)])) as {
  readonly [N in ListFacetName]: Labels<FacetChoice<N> & string>;
};

export const modeLabels: Record<Mode, string> = { 'in-person': 'In person', telehealth: 'Telehealth' };
export const basisLabels: Record<Basis, string> = {
  license: 'State license',
  'telehealth-registration': 'Telehealth registration (no in-person care)',
  'counseling-compact': 'Counseling Compact privilege',
  psypact: 'PSYPACT (telehealth only)',
};
export const coveredPartLabels: Record<CoveredPart, string> = {
  'preparation-and-integration': 'Preparation and integration visits',
  'dosing-session-too': 'Preparation, integration and the dosing session',
  ask: 'Ask which visits are covered',
};
export const trainingKindLabels: Record<TrainingKind, string> = {
  didactic: 'Lectures and reading',
  experiential: 'Experiential',
  'supervised-practice': 'Supervised practice',
};
export const findingLabels: Record<FindingResult, string> = {
  verified: 'Verified',
  'self-reported': 'Self-reported',
  'not-shown': 'Not shown',
};

/** The five questions in our words: a heading, what to say on the phone, and why it is asked. */
export const questions: Record<QuestionId, { title: string; ask: string; why: string }> = {
  training: {
    title: 'Training',
    ask: 'Which KAP training have you completed, and when?',
    why: 'A named program with a certificate can be checked. A weekend lecture and a year with supervised sessions are not the same thing.',
  },
  caseload: {
    title: 'Recent caseload',
    ask: 'How many KAP patients have you worked with in the last twelve months?',
    why: 'Skill in this work comes with practice, and practice fades. A small number is no fault, if the therapist says so.',
  },
  scope: {
    title: 'Scope',
    ask: 'Are you with me during the session, or do you do preparation and integration only?',
    why: 'Both are good ways to work. You need to know which one you are getting, and who is with you while the medicine works.',
  },
  'difficult-material': {
    title: 'Difficult material',
    ask: 'What do you do when intense emotion, a strong reaction of the body or a flashback comes up?',
    why: 'Hard moments are part of the work. A therapist who has met them can tell you, in plain words, what they do.',
  },
  coordination: {
    title: 'Coordination',
    ask: 'Are you in contact with the doctor who prescribes, and how?',
    why: 'When something notable happens between sessions, therapist and prescriber should hear it from each other, not only from you.',
  },
};
