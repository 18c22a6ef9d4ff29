import type { Profile } from '../../domain/profile.js';
import { facts, rowOf, type Section, sectionOf, sections } from '../../domain/profile-fields.js';
import { questionIds } from '../../domain/questions.js';
import { factWords } from '../../wording/facts.js';
import { type YesNoPath, yesNoPaths, yesNoWords } from '../../wording/yes-no.js';

/** A fact with its label. */
export interface PlainFact {
  label: string;
  words: string;
}

/** Yes/no facts that a profile shows in a place of their own. */
const ownPlace: readonly YesNoPath[] = ['accepting', 'telehealth'];

/** The yes/no facts that are neither in an own place, nor in a list of fees, nor in the answer to a question. */
const plainPaths = yesNoPaths.filter((path) => {
  const { check } = rowOf(facts.get(path)!.field);
  const inAnswer = questionIds.some((id) => id === check);
  return !ownPlace.includes(path) && sectionOf(path) !== 'fees' && !inAnswer;
});

/** What a profile says of each section in plain yes/no facts. */
export function plainFacts(profile: Profile): Record<Section, PlainFact[]> {
  const inSection = (section: Section) =>
    plainPaths
      .filter((path) => sectionOf(path) === section)
      .map((path) => ({ label: factWords[path].patient.label, words: yesNoWords(profile, path) }));
  return Object.fromEntries(sections.map((section) => [section, inSection(section)])) as Record<
    Section,
    PlainFact[]
  >;
}
