import type { SeedProfile } from '../../src/demo/seed-therapist.js';
import { authoritySubject, mayHold } from '../../src/domain/authority.js';
import type { Office } from '../../src/domain/profile.js';
import { disciplines } from '../../src/domain/reference/disciplines.js';
import { licenseTitles } from '../../src/domain/reference/license-titles.js';
import { type StateCode, states } from '../../src/domain/reference/states.js';
import { licenseNumber, registrationNumber } from './license-numbers.js';
import { parts } from './parts.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

type SeedAuthority = SeedProfile['authority'][number];
export type Where = Pick<SeedProfile, 'authority' | 'psypact' | 'offices' | 'telehealth'>;

/** The states between which the Counseling Compact grants privileges, each reached from the other. */
const compactPartner: Partial<Record<StateCode, StateCode>> = { AZ: 'MN', MN: 'AZ' };

/** Where a person with a home license in `home` may treat, and their offices. */
export function makeWhere(random: Random, person: Person, home: StateCode): Where {
  const kind = random.weighted(['both', 'telehealth', 'office'] as const, (one) =>
    one === 'both' ? 58 : one === 'telehealth' ? 27 : 15,
  );
  const telehealth = kind !== 'office';
  const licenses = licensedStates(random, home).map((state) => license(random, person, state, home));
  const beyond = telehealth ? telehealthOnly(random, person, licenses, home) : [];
  return {
    authority: [...licenses, ...beyond],
    psypact: telehealth ? makePsypact(random, person, home) : null,
    offices: kind === 'telehealth' ? [] : makeOffices(random, licenses, home),
    telehealth,
  };
}

function licensedStates(random: Random, home: StateCode): StateCode[] {
  const more = random.weighted([0, 1, 2, 3], (count) => [52, 30, 13, 5][count]!);
  return [home, ...random.sample(parts.neighbors[home], more)];
}

function license(random: Random, person: Person, state: StateCode, home: StateCode): SeedAuthority {
  const titles = licenseTitles(state, person.discipline);
  const type = titles.includes(person.title) ? person.title : titles[0]!;
  const ranOut = state !== home && random.chance(0.03);
  return {
    state,
    basis: 'license',
    type,
    number: licenseNumber(random, state, person.discipline, type),
    expiresInDays: ranOut ? -random.int(3, 40) : random.int(35, 720),
  };
}

function telehealthOnly(
  random: Random,
  person: Person,
  licenses: readonly SeedAuthority[],
  home: StateCode,
): SeedAuthority[] {
  const licensed = (state: StateCode) => licenses.some((held) => held.state === state);
  const found: SeedAuthority[] = [];
  if (!licensed('FL') && random.chance(home === 'NJ' || home === 'NY' ? 0.2 : 0.11))
    found.push(registration(random, person));
  const partner = compactPartner[home];
  const privilege = partner && !licensed(partner) && compact(random, partner);
  if (privilege && mayHold(person.discipline, privilege) && random.chance(0.4)) found.push(privilege);
  return found;
}

function registration(random: Random, { discipline }: Person): SeedAuthority {
  return {
    state: 'FL',
    basis: 'telehealth-registration',
    type: 'Out-of-state telehealth registration',
    number: registrationNumber(random, discipline),
    expiresInDays: random.int(35, 700),
  };
}

function compact(random: Random, state: StateCode): SeedAuthority {
  return {
    state,
    basis: 'counseling-compact',
    type: 'Counseling Compact privilege',
    number: `CC-${state}-${random.int(1000, 4999)}`,
    expiresInDays: random.int(35, 360),
  };
}

function makePsypact(random: Random, { discipline }: Person, home: StateCode): SeedProfile['psypact'] {
  const eligible = disciplines[discipline].psypactEligible && states[home].psypact;
  if (!eligible || !random.chance(0.55)) return null;
  return { apit: `APIT-${random.int(10000, 29999)}`, homeState: home, expiresInDays: random.int(35, 360) };
}

function makeOffices(random: Random, licenses: readonly SeedAuthority[], home: StateCode): Office[] {
  const count = random.weighted([1, 2, 3], (number) => [80, 16, 4][number - 1]!);
  const elsewhere = licenses.slice(1).map(({ state }) => state);
  const inState = (number: number): StateCode =>
    number > 0 && elsewhere.length > 0 && random.chance(0.35) ? random.pick(elsewhere) : home;
  const offices = Array.from({ length: count }, (_, number) => makeOffice(random, inState(number)));
  return [...new Map(offices.map((office) => [`${office.city} ${office.state}`, office])).values()];
}

function makeOffice(random: Random, state: StateCode): Office {
  const { places } = parts.states[state];
  // The larger cities are first and are chosen more often.
  const place = random.weighted(places, (one) => 1 / (places.indexOf(one) + 4));
  return { city: place.city, state, zip: random.pick(place.zips) };
}

/** The subjects of findings about what this person holds. */
export function authoritySubjects(where: Where): string[] {
  return where.authority.map(authoritySubject);
}
