import { expect } from 'chai';
import fc from 'fast-check';
import { type Profile, profileSchema } from '../../src/domain/profile.js';
import { arbitraryProfile } from '../support/arbitrary-profile.js';
import { plainProfile } from '../support/plain-profile.js';
import { TODAY } from '../support/therapist-builder.js';

const plain = plainProfile(TODAY);
const nj = plain.authority[0]!;
const horizon = plain.coverage[0]!;

/** What is said about `wish`, each with the place where a form shows it. */
function complaints(wish: object): Record<string, string> {
  const parsed = profileSchema.safeParse({ ...plain, ...wish });
  return Object.fromEntries(
    (parsed.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]),
  );
}

const CHOOSE = 'Choose one of the choices offered.';

/** Each rule: what breaks it, and where and how that is told. */
const rules: [title: string, wish: object, path: string, message: string][] = [
  ['a name is written', { name: ' ' }, 'name', 'Write something here.'],
  ['a name has visible characters', { name: '\u200B\u202E\u0000' }, 'name', 'Write something here.'],
  ['a name is at most 80 long', { name: 'x'.repeat(81) }, 'name', 'Use at most 80 characters.'],
  ['a discipline is on the list', { discipline: 'coach' }, 'discipline', CHOOSE],
  [
    'an NPI has its check digit',
    { npi: '1234567890' },
    'npi',
    'This is not a valid NPI: check the ten digits.',
  ],
  ['there is a language', { languages: [] }, 'languages', 'Choose at least one.'],
  ['no language comes twice', { languages: ['en', 'es', 'en'] }, 'languages.2', 'This is chosen twice.'],
  [
    'there is a way to make contact',
    { contact: { phone: null, email: null, web: null } },
    'contact',
    'Give at least one way to make contact: phone, e-mail or website.',
  ],
  [
    'a phone number is written our way',
    { contact: { phone: '(555) 555 0123', email: null, web: null } },
    'contact.phone',
    'Give the phone number as 555-555-0123.',
  ],
  [
    'an e-mail address is one',
    { contact: { phone: null, email: 'me at home', web: null } },
    'contact.email',
    'Give an e-mail address, such as desk@practice.example.',
  ],
  ...['practice.example', 'javascript:alert(1)', 'https:practice.example', 'ftp://practice.example'].map(
    (web): [string, object, string, string] => [
      `${web} is no website`,
      { contact: { phone: null, email: null, web } },
      'contact.web',
      'Give the whole address of the website, such as https://practice.example.',
    ],
  ),
  [
    'they hold a license',
    { authority: [] },
    'authority',
    'Give at least one license, registration or privilege.',
  ],
  [
    'no authority comes twice under one subject',
    { authority: [nj, { ...nj, number: 'another', expiresOn: '2099-01-01' }] },
    'authority.1',
    'This one is on the list already.',
  ],
  [
    'a state is one',
    { authority: [{ ...nj, state: 'PR' }] },
    'authority.0.state',
    'Choose one of the 50 states or DC.',
  ],
  [
    'a license ends on a real day',
    { authority: [{ ...nj, expiresOn: '2026-02-30' }] },
    'authority.0.expiresOn',
    'Give a date as year-month-day, such as 2026-05-31.',
  ],
  [
    'a privilege is of a state and for a discipline that have them',
    { authority: [{ ...nj, basis: 'counseling-compact' }] },
    'authority.0.basis',
    'This state does not grant that to this discipline.',
  ],
  [
    'PSYPACT is for psychologists',
    { psypact: { apit: '1', homeState: 'NJ', expiresOn: TODAY } },
    'psypact',
    'PSYPACT is for psychologists only.',
  ],
  [
    'they can treat patients',
    { offices: [], telehealth: false },
    'offices',
    'Give an office, or offer telehealth: otherwise nobody can be treated.',
  ],
  [
    'an office has a ZIP code',
    { offices: [{ city: 'Newark', state: 'NJ', zip: '7102' }] },
    'offices.0.zip',
    'Give the five digits of the ZIP code.',
  ],
  [
    'an insurance is on the list',
    { coverage: [{ ...horizon, payer: 'x' }] },
    'coverage.0.payer',
    'Choose an insurance from the list.',
  ],
  [
    'a line is on the list',
    { coverage: [{ ...horizon, line: 'x' }] },
    'coverage.0.line',
    'Choose a kind of plan from the list.',
  ],
  [
    'no network comes twice, not even covering otherwise',
    { coverage: [horizon, { ...horizon, covers: 'ask' }] },
    'coverage.1',
    'This network is on the list already.',
  ],
  [
    'a fee is whole dollars',
    { fees: { ...plain.fees, hourly: 99.5 } },
    'fees.hourly',
    'Give a whole number from 0 to 5,000.',
  ],
  ['there is some training', { training: [] }, 'training', 'Give at least one training.'],
  [
    'a training has a year',
    { training: [{ ...plain.training[0], year: 23 }] },
    'training.0.year',
    'Give the year in four digits, from 1990 on.',
  ],
  [
    'a caseload is a number',
    { caseload: { patients: -1, asOf: TODAY } },
    'caseload.patients',
    'Give a whole number from 0 to 2,000.',
  ],
  [
    'in session, one is present somehow',
    { presence: [] },
    'presence',
    'Say how you are present during a session, and in which role.',
  ],
  [
    'in session, one has a role',
    { role: null },
    'presence',
    'Say how you are present during a session, and in which role.',
  ],
  ['there is a focus', { focus: [] }, 'focus', 'Choose at least one.'],
  ['there is an age', { ages: ['martians'] }, 'ages.0', CHOOSE],
  ['a wait is at most a year', { waitWeeks: 53 }, 'waitWeeks', 'Give a whole number from 0 to 52.'],
];

describe('a profile', () => {
  it('passes unchanged when it is valid', () => {
    expect(profileSchema.parse(plain)).to.deep.equal(plain);
  });

  for (const [title, wish, path, message] of rules)
    it(`is refused unless ${title}`, () => {
      expect(complaints(wish)).to.deep.equal({ [path]: message });
    });

  it('is refused with an unknown field, or without a field', () => {
    const { waitWeeks: _, ...short } = plain;
    expect(profileSchema.safeParse(short).success).to.equal(false);
    expect(profileSchema.safeParse({ ...plain, rank: 1 }).success).to.equal(false);
  });

  it('needs no presence and no role for preparation and integration only', () => {
    expect(complaints({ scope: 'preparation-and-integration', presence: [], role: null })).to.deep.equal({});
  });

  it('may have two titles of one state, and one network in two states', () => {
    const wish: Partial<Profile> = {
      authority: [nj, { ...nj, type: 'LMFT' }],
      coverage: [horizon, { ...horizon, state: 'NY' }, { ...horizon, line: 'medicaid' }],
    };
    expect(complaints(wish)).to.deep.equal({});
  });

  it('does not change when it is parsed again', () => {
    fc.assert(
      fc.property(arbitraryProfile, (profile) => {
        expect(profileSchema.parse(profile)).to.deep.equal(profile);
      }),
      { numRuns: 60 },
    );
  });
});
