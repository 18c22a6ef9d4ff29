import { type DisciplineId, disciplineIds, disciplines } from '../../../src/domain/reference/disciplines.js';
import { licenseTitles } from '../../../src/domain/reference/license-titles.js';
import { stateCodes } from '../../../src/domain/reference/states.js';
import { namesOf, plainWords } from '../../../src/search/named.js';
import { nameReader } from './named.js';

const aliases: Readonly<Record<DisciplineId, readonly string[]>> = {
  psychologist: ['clinical psychologist', 'psychology', 'licensed psychologist', 'PsyD'],
  'clinical-social-worker': ['social worker', 'social work', 'licensed clinical social worker', 'CSW'],
  'marriage-family-therapist': ['MFT', 'marriage and family therapy', 'family therapist'],
  counselor: [
    ...['counselor', 'counseling', 'mental health counselor', 'licensed professional counselor'],
    ...['professional counselor', 'licensed mental health counselor', 'LMHC', 'LPC'],
  ],
  psychiatrist: ['psychiatry'],
  'psychiatric-nurse-practitioner': ['PMHNP', 'PMHNP BC', 'nurse practitioner', 'NP'],
  'psychiatric-clinical-nurse-specialist': ['clinical nurse specialist', 'PMHCNS', 'CNS'],
};

/** The license titles that only one discipline holds, in any state: “LCSW”, but not “APRN”. */
const ownTitles = new Map<string, Set<DisciplineId>>();
for (const id of disciplineIds)
  for (const state of stateCodes)
    for (const title of licenseTitles(state, id)) {
      const holders = ownTitles.get(plainWords(title)) ?? new Set();
      ownTitles.set(plainWords(title), holders.add(id));
    }
const titlesOf = (id: DisciplineId) =>
  [...ownTitles].filter(([, holders]) => holders.size === 1 && holders.has(id)).map(([title]) => title);

/** A profession by its name, or by the letters of a license that only it holds. */
export const readDiscipline = nameReader({
  noun: 'profession',
  names: namesOf(
    disciplineIds.map(
      (id) =>
        [id, [id, disciplines[id].label, disciplines[id].plural, ...aliases[id], ...titlesOf(id)]] as const,
    ),
  ),
  labels: (id) => disciplines[id].label,
  examples: disciplineIds,
});
