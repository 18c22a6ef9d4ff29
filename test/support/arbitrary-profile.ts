import fc from 'fast-check';
import { authoritySubject, bases, mayHold } from '../../src/domain/authority.js';
import { coveredParts } from '../../src/domain/coverage.js';
import { isNpi } from '../../src/domain/npi.js';
import type { Profile } from '../../src/domain/profile.js';
import { dosePlaces, presences, roles, scopes } from '../../src/domain/questions.js';
import { ageIds } from '../../src/domain/reference/ages.js';
import { disciplineIds } from '../../src/domain/reference/disciplines.js';
import { focusIds } from '../../src/domain/reference/focuses.js';
import { languageIds } from '../../src/domain/reference/languages.js';
import { lineIds } from '../../src/domain/reference/lines.js';
import { payerIds } from '../../src/domain/reference/payers.js';
import { programIds, trainingKinds } from '../../src/domain/reference/programs.js';
import { stateCodes } from '../../src/domain/reference/states.js';
import { day, maybe, paragraphs, someOf, typedLine } from './arbitrary-text.js';

const state = fc.constantFrom(...stateCodes);
const dollars = maybe(fc.integer({ min: 0, max: 5000 }));
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

const authority = fc.record({
  state,
  basis: fc.constantFrom(...bases),
  type: typedLine(60),
  number: typedLine(40),
  expiresOn: day,
});

const fees = fc.record({
  hourly: dollars,
  packagePerSession: dollars,
  slidingScale: fc.boolean(),
  superbill: fc.boolean(),
  hsaFsa: fc.boolean(),
});

const training = fc.record({
  program: fc.constantFrom(...programIds),
  award: typedLine(120),
  year: fc.integer({ min: 1990, max: 2100 }),
  hours: maybe(fc.integer({ min: 1, max: 2000 })),
  kind: fc.constantFrom(...trainingKinds),
  mentor: maybe(typedLine(120)),
});

const contact = fc.record({
  phone: fc.tuple(digits(3), digits(3), digits(4)).map((parts) => parts.join('-')),
  email: maybe(fc.constant('desk@practice.example')),
  web: maybe(fc.constant('https://practice.example/?q=\'%00"')),
});

const npi = fc
  .tuple(fc.constantFrom('1', '2'), digits(8), fc.integer({ min: 0, max: 9 }))
  .map(([first, middle, turn]) =>
    [...'0123456789'].map((_, index) => `${first}${middle}${(turn + index) % 10}`).find(isNpi),
  )
  .map((found) => found ?? null);

const shape = fc.record({
  name: typedLine(80),
  credentials: typedLine(60),
  discipline: fc.constantFrom(...disciplineIds),
  npi: maybe(npi).map((number) => number ?? null),
  pronouns: maybe(typedLine(30)),
  languages: someOf(languageIds, 1, 12),
  about: paragraphs(2000),
  contact,
  authority: fc.array(authority, { minLength: 1, maxLength: 6 }),
  psypact: maybe(fc.record({ apit: typedLine(40), homeState: state, expiresOn: day })),
  offices: fc.array(fc.record({ city: typedLine(60), state, zip: digits(5) }), { maxLength: 3 }),
  telehealth: fc.boolean(),
  coverage: fc.array(
    fc.record({
      state,
      payer: fc.constantFrom(...payerIds),
      line: fc.constantFrom(...lineIds),
      covers: fc.constantFrom(...coveredParts),
    }),
    { maxLength: 8 },
  ),
  fees,
  training: fc.array(training, { minLength: 1, maxLength: 3 }),
  caseload: fc.record({ patients: fc.integer({ min: 0, max: 2000 }), asOf: day }),
  scope: fc.constantFrom(...scopes),
  presence: someOf(presences, 1),
  dosePlaces: someOf(dosePlaces, 0),
  role: fc.constantFrom(...roles),
  integrationWithin72h: fc.boolean(),
  difficultMaterial: fc.record({
    intenseEmotion: paragraphs(700),
    somaticRelease: paragraphs(700),
    flashbacks: paragraphs(700),
  }),
  coordination: fc.record({ withPrescriber: fc.boolean(), how: paragraphs(700) }),
  focus: someOf(focusIds, 1),
  ages: someOf(ageIds, 1),
  alongsideOwnTherapist: fc.boolean(),
  accepting: fc.boolean(),
  waitWeeks: maybe(fc.integer({ min: 0, max: 52 })),
});

/** Any valid profile: what the rules between the fields forbid is fixed rather than discarded. */
export const arbitraryProfile: fc.Arbitrary<Profile> = shape.map((profile) => ({
  ...profile,
  authority: once(
    profile.authority.map((held) =>
      mayHold(profile.discipline, held) ? held : { ...held, basis: 'license' as const },
    ),
    authoritySubject,
  ),
  coverage: once(profile.coverage, ({ state, payer, line }) => `${state} ${payer} ${line}`),
  psypact: profile.discipline === 'psychologist' ? profile.psypact : null,
  telehealth: profile.telehealth || profile.offices.length === 0,
}));

function once<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
