import type { DisciplineId } from '../../src/domain/reference/disciplines.js';
import type { LanguageId } from '../../src/domain/reference/languages.js';
import { licenseTitles } from '../../src/domain/reference/license-titles.js';
import type { StateCode } from '../../src/domain/reference/states.js';
import { fold } from '../../src/domain/text.js';
import { type NameGroup, parts } from './parts.js';
import type { Random } from './random.js';

export interface Person {
  name: string;
  slugBase: string;
  pronouns: string | null;
  languages: LanguageId[];
  discipline: DisciplineId;
  /** The letters after the name. */
  credentials: string;
  /** The license title of the home state. */
  title: string;
  years: number;
}

const disciplineShares: readonly (readonly [DisciplineId, number])[] = [
  ['psychologist', 24],
  ['clinical-social-worker', 27],
  ['marriage-family-therapist', 13],
  ['counselor', 26],
  ['psychiatrist', 3],
  ['psychiatric-nurse-practitioner', 6],
  ['psychiatric-clinical-nurse-specialist', 1],
];

const pronounsOf = { she: 'she/her', he: 'he/him', they: 'they/them' } as const;

/** Who the therapist is, apart from where and how they practice. */
export function makePerson(random: Random, home: StateCode, discipline = pickDiscipline(random)): Person {
  const group = random.weighted(parts.nameGroups, ({ weight, dense }) =>
    dense.includes(home) ? weight * 3 : weight,
  );
  const gender = pickGender(random, group);
  const given = random.pick(group[gender]);
  const initial = random.chance(0.12) ? `${random.pick([...'ABCDEFGHJKLMNPRSTVW'])}. ` : '';
  const name = `${given} ${initial}${familyName(random, group)}`;
  const title = pickTitle(random, home, discipline);
  return {
    name,
    slugBase: slugOf(name),
    pronouns: gender === 'they' || random.chance(0.72) ? pronounsOf[gender] : null,
    languages: pickLanguages(random, group),
    discipline,
    credentials: credentialsFor(random, discipline, title),
    title,
    years: random.int(6, 31),
  };
}

function pickDiscipline(random: Random): DisciplineId {
  return random.weighted(disciplineShares, ([, share]) => share)[0];
}

function pickGender(random: Random, group: NameGroup): 'she' | 'he' | 'they' {
  const gender = random.weighted(['she', 'he', 'they'] as const, (one) =>
    one === 'she' ? 64 : one === 'he' ? 29 : 7,
  );
  return group[gender].length > 0 ? gender : 'she';
}

function familyName(random: Random, group: NameGroup): string {
  const own = random.pick(group.family);
  const other = random.pick(random.pick(parts.nameGroups).family);
  const free = !`${own}${other}`.includes('-') && own !== other;
  return random.chance(0.06) && free ? `${own}-${other}` : random.chance(0.07) ? other : own;
}

/** "Zúñiga-O'Brien" → "zuniga-obrien": lower case, no accents, words joined by hyphens. */
export function slugOf(name: string): string {
  return fold(name)
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
}

function pickLanguages(random: Random, group: NameGroup): LanguageId[] {
  const likely = Object.entries(group.languages) as [LanguageId, number][];
  const spoken = likely.filter(([, probability]) => random.chance(probability)).map(([language]) => language);
  const learned: LanguageId[] = random.chance(0.05) ? [random.pick(['es', 'fr', 'de', 'it'] as const)] : [];
  const signed: LanguageId[] = random.chance(0.015) ? ['ase'] : [];
  return [...new Set<LanguageId>(['en', ...spoken, ...learned, ...signed])];
}

function pickTitle(random: Random, state: StateCode, discipline: DisciplineId): string {
  const titles = licenseTitles(state, discipline);
  return random.chance(0.85) ? titles[0]! : random.pick(titles);
}

function credentialsFor(random: Random, discipline: DisciplineId, title: string): string {
  switch (discipline) {
    case 'psychologist':
      return random.chance(0.55) ? 'PsyD' : 'PhD';
    case 'psychiatrist':
      return title;
    case 'psychiatric-nurse-practitioner':
      return random.chance(0.25) ? 'DNP, PMHNP-BC' : 'PMHNP-BC';
    case 'psychiatric-clinical-nurse-specialist':
      return 'MSN, PMHCNS-BC';
    default:
      return random.chance(0.08) ? `PhD, ${title}` : title;
  }
}
