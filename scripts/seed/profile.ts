import type { SeedProfile } from '../../src/demo/seed-therapist.js';
import type { AgeId } from '../../src/domain/reference/ages.js';
import { type FocusId, focusIds } from '../../src/domain/reference/focuses.js';
import type { StateCode } from '../../src/domain/reference/states.js';
import { makeAbout } from './about.js';
import { makeCaseload, makeCoordination, makeDifficultMaterial, makeSession } from './answers.js';
import { makeContact, makeNpi } from './contact.js';
import { makeCoverage, makeFees } from './money.js';
import type { Person } from './person.js';
import type { Random } from './random.js';
import { makeTraining } from './training.js';
import { makeWhere } from './where.js';

interface Beginnings {
  person: Person;
  home: StateCode;
  slug: string;
  index: number;
  confirmedDaysAgo: number;
}

/** The profile of a person who practices from `home`; its parts agree with each other. */
export function makeProfile(
  random: Random,
  { person, home, slug, index, confirmedDaysAgo }: Beginnings,
): SeedProfile {
  const where = makeWhere(random, person, home);
  const session = makeSession(random, where);
  const training = makeTraining(random);
  const accepting = random.chance(0.75);
  const told = {
    ...session,
    offices: where.offices,
    focus: pickFocus(random),
    ages: pickAges(random),
    coordination: makeCoordination(random, person.discipline, session.scope),
    alongsideOwnTherapist: random.chance(session.scope === 'in-session' ? 0.6 : 0.86),
    waitWeeks: random.chance(0.12) ? null : accepting ? random.int(0, 6) : random.int(6, 26),
  };
  const { name, credentials, discipline, pronouns, languages } = person;
  return {
    name,
    credentials,
    discipline,
    npi: random.chance(0.88) ? makeNpi(index) : null,
    pronouns,
    languages,
    about: makeAbout(random, person, home, told),
    contact: makeContact(random, home, slug),
    ...where,
    coverage: makeCoverage(random, { person, where, home, scope: session.scope }),
    fees: makeFees(random, person, home, session.scope),
    training,
    caseload: makeCaseload(random, training.at(-1)!.year, confirmedDaysAgo),
    difficultMaterial: makeDifficultMaterial(random, session, told.coordination),
    ...told,
    accepting,
  };
}

function pickFocus(random: Random): FocusId[] {
  const count = random.weighted([2, 3, 4, 5, 6], (number) => [18, 32, 28, 15, 7][number - 2]!);
  const left = [...focusIds];
  const chosen = new Set<FocusId>();
  // The first five are where KAP has its strongest case.
  while (chosen.size < count)
    chosen.add(random.weighted(left, (focus) => (focusIds.indexOf(focus) < 5 ? 4 : 1)));
  return focusIds.filter((focus) => chosen.has(focus));
}

function pickAges(random: Random): AgeId[] {
  const adolescents = random.chance(0.12);
  const older = random.chance(0.62);
  return [
    ...(adolescents ? ['adolescents' as const] : []),
    'adults',
    ...(older ? ['older-adults' as const] : []),
  ];
}
