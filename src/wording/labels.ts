import type { Basis, Mode } from '../domain/authority.js';
import type { CoveredPart } from '../domain/coverage.js';
import { type FacetChoice, facets, type ListFacetName, listFacetNames } from '../domain/facets.js';
import type { FindingResult } from '../domain/findings.js';
import type { ChoiceOf, PathOfKind } from '../domain/profile-fields.js';
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
