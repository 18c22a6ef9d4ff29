import type { SeedTherapist } from '../../src/demo/seed-therapist.js';
import { type Section, sections } from '../../src/domain/profile.js';
import type { DisciplineId } from '../../src/domain/reference/disciplines.js';
import { type StateCode, stateCodes } from '../../src/domain/reference/states.js';
import { makeFindings } from './findings.js';
import { parts } from './parts.js';
import { makePerson } from './person.js';
import { makeProfile } from './profile.js';
import { createRandom, type Random } from './random.js';

export interface GenerateOptions {
  count: number;
  /** Any text; the same one gives the same therapists. */
  seed: string;
  /** The index of the first one, 0 unless told. Ids, slugs and e-mails follow from the index and are never repeated. */
  startAt?: number;
}

/** What may be given instead of drawn at random. */
export interface Wishes {
  home?: StateCode;
  discipline?: DisciplineId;
}

/** Fictional therapists, plausible and consistent, made one at a time on demand. */
export function* generateTherapists({ count, seed, startAt = 0 }: GenerateOptions): Generator<SeedTherapist> {
  for (let index = startAt; index < startAt + count; index++) yield generateTherapist(seed, index);
}

/** The id of the generated therapist with this index; ids sort as indexes do. */
export function generatedId(index: number): string {
  return `demo${String(index).padStart(10, '0')}`;
}

/** The index behind an id of {@link generatedId}, `null` for any other id. */
export function generatedIndex(id: string): number | null {
  return /^demo\d{10}$/.test(id) ? Number(id.slice(4)) : null;
}

export function generateTherapist(seed: string, index: number, wishes: Wishes = {}): SeedTherapist {
  const random = createRandom(seed, index);
  const home = wishes.home ?? pickState(random);
  const person = makePerson(random, home, wishes.discipline);
  // The index makes it unique. The letter distinguishes it from the "-2" of a real therapist whose slug was taken.
  const slug = `${person.slugBase}-d${index}`;
  const ages = makeAges(random);
  const profile = makeProfile(random, { person, home, slug, index, confirmedDaysAgo: ages.confirmedDaysAgo });
  return {
    id: generatedId(index),
    slug,
    email: `${slug}@practice.example`,
    ...ages,
    profile,
    findings: makeFindings(random, profile, ages),
  };
}

/** Florida and New Jersey, where the directory opens, have a quarter of all; the others go by population. */
function pickState(random: Random): StateCode {
  if (random.chance(0.25)) return random.chance(0.56) ? 'FL' : 'NJ';
  const weight = (state: StateCode) =>
    state === 'FL' || state === 'NJ' ? 0 : parts.states[state].population;
  return random.weighted(stateCodes, weight);
}

const spans = { current: [0, 85], overdue: [90, 118], lapsed: [121, 190] } as const;

/** Confirmed mostly in time, some overdue (day 90), some lapsed (day 120). */
function makeAges(
  random: Random,
): Pick<SeedTherapist, 'createdDaysAgo' | 'confirmedDaysAgo' | 'changedDaysAgo'> {
  const kind = random.weighted(['current', 'overdue', 'lapsed'] as const, (one) =>
    one === 'current' ? 84 : one === 'overdue' ? 10 : 6,
  );
  const [from, to] = spans[kind];
  const confirmedDaysAgo = random.int(from, to);
  const createdDaysAgo = confirmedDaysAgo + random.int(30, 700);
  const changed = sections.map((section): [Section, number] => [
    section,
    random.chance(0.12) ? random.int(0, confirmedDaysAgo) : random.int(confirmedDaysAgo, createdDaysAgo),
  ]);
  return {
    createdDaysAgo,
    confirmedDaysAgo,
    changedDaysAgo: Object.fromEntries(changed) as SeedTherapist['changedDaysAgo'],
  };
}
