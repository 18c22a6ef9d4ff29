import { allFacts } from '../facts.js';
import { type Case, subjectsIn } from '../subject.js';

/** The parts of the profile that no panel shows. */
export function restOfFacts({ profile }: Pick<Case, 'profile'>) {
  const inPanels = new Set(
    subjectsIn(profile).flatMap(({ claims }) => claims.map(({ field }) => field.split('.')[0]!)),
  );
  return allFacts(profile)
    .filter(({ field }) => !inPanels.has(field.split('.')[0]!) && field.split('.')[0] !== 'psypact')
    .map(({ label, lines }) => ({ label, lines, given: lines.length > 0 }));
}
