import type { SeedProfile } from '../../src/demo/seed-therapist.js';
import { type Permission, permissions } from '../../src/domain/authority.js';
import { type CoveredPart, coveredParts } from '../../src/domain/coverage.js';
import type { Scope } from '../../src/domain/questions.js';
import type { LineId } from '../../src/domain/reference/lines.js';
import {
  blueByState,
  type PayerId,
  payerIds,
  payerServes,
  payers,
} from '../../src/domain/reference/payers.js';
import { type StateCode, stateCodes } from '../../src/domain/reference/states.js';
import type { Person } from './person.js';
import type { Random } from './random.js';
import type { Where } from './where.js';

type Coverage = SeedProfile['coverage'][number];
interface Practice {
  person: Person;
  where: Where;
  home: StateCode;
  scope: Scope;
}

type Weighted = readonly (readonly [PayerId, number])[];

const common: Partial<Record<PayerId, number>> = {
  aetna: 6,
  cigna: 6,
  unitedhealthcare: 6,
  medicare: 2.5,
  'tricare-east': 1.6,
  'tricare-west': 1.6,
  magellan: 0.8,
  carelon: 0.8,
};

const payersOf = Object.fromEntries(stateCodes.map((state) => [state, weigh(state)])) as Record<
  StateCode,
  Weighted
>;

function weigh(state: StateCode): Weighted {
  return payerIds
    .filter((id) => payerServes(id, state))
    .map((id) => [id, blueByState[state].includes(id) ? 6 : (common[id] ?? 1)]);
}

/** The networks they are in: of the home state and some of the others, always where they may treat without PSYPACT. */
export function makeCoverage(random: Random, { person, where, home, scope }: Practice): Coverage[] {
  if (!random.chance(0.72)) return [];
  const elsewhere = [...statesTreated(person, where)].filter((state) => state !== home);
  const chosen = [home, ...elsewhere.filter(() => random.chance(0.4))];
  return chosen.flatMap((state) => networksIn(random, state, scope));
}

function statesTreated({ discipline }: Person, where: Where): Set<StateCode> {
  const authority = where.authority
    .filter((held) => held.expiresInDays > 0)
    .map((held) => ({ ...held, expiresOn: '9999-12-31' }));
  const practice = { ...where, discipline, authority, psypact: null };
  return new Set(permissions(practice, '2000-01-01').map(({ state }: Permission) => state));
}

function networksIn(random: Random, state: StateCode, scope: Scope): Coverage[] {
  const left = [...payersOf[state]];
  const count = random.weighted([1, 2, 3, 4, 5, 6], (number) => [16, 26, 25, 17, 10, 6][number - 1]!);
  const found: Coverage[] = [];
  for (let taken = 0; taken < count && left.length > 0; taken++) {
    const entry = random.weighted(left, ([, weight]) => weight);
    left.splice(left.indexOf(entry), 1);
    const covers = pickCovers(random, scope);
    found.push(...linesOf(random, entry[0]).map((line) => ({ state, payer: entry[0], line, covers })));
  }
  return found;
}

function linesOf(random: Random, payer: PayerId): LineId[] {
  const { lines } = payers[payer];
  const taken = lines.filter((line) => random.chance(line === 'commercial' ? 0.92 : 0.28));
  return taken.length > 0 ? taken : [random.pick(lines)];
}

/** Presence at a dosing session is seldom paid for, and never where there is none. */
function pickCovers(random: Random, scope: Scope): CoveredPart {
  const covers = random.weighted(coveredParts, (part) =>
    part === 'ask' ? 26 : part === 'dosing-session-too' ? 6 : 68,
  );
  return covers === 'dosing-session-too' && scope !== 'in-session' ? 'preparation-and-integration' : covers;
}

const dearStates: readonly StateCode[] = ['CA', 'NY', 'NJ', 'MA', 'CT', 'DC', 'WA'];

/** Fees as they were in 2026: 150 to 400 dollars an hour, 500 to 1,200 for a package that includes presence. */
export function makeFees(
  random: Random,
  { discipline }: Person,
  home: StateCode,
  scope: Scope,
): SeedProfile['fees'] {
  const low = discipline === 'psychiatrist' ? 300 : dearStates.includes(home) ? 190 : 150;
  const high = discipline === 'psychiatrist' || dearStates.includes(home) ? 400 : 310;
  const hourly = random.chance(0.07) ? null : steps(random, low, high, 5);
  const sellsPackage = scope === 'in-session' && random.chance(0.68);
  return {
    hourly,
    packagePerSession: sellsPackage ? packageFor(random, hourly) : null,
    slidingScale: random.chance(0.36),
    superbill: random.chance(0.62),
    hsaFsa: random.chance(0.55),
  };
}

/** Three to four hours of work, within what the market asks. */
function packageFor(random: Random, hourly: number | null): number {
  if (hourly === null) return steps(random, 500, 1200, 25);
  return Math.min(1200, Math.max(500, Math.round((hourly * random.int(28, 38)) / 10 / 25) * 25));
}

function steps(random: Random, from: number, to: number, step: number): number {
  return from + step * random.int(0, Math.floor((to - from) / step));
}
