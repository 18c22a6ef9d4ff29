import { z } from 'zod';
import { type Day, daySchema } from './calendar.js';
import { choice } from './fields.js';
import { type DisciplineId, disciplines } from './reference/disciplines.js';
import { type StateCode, stateCodes, states } from './reference/states.js';
import { line } from './text.js';

export const modes = ['in-person', 'telehealth'] as const;
export type Mode = (typeof modes)[number];

export const bases = ['license', 'telehealth-registration', 'counseling-compact'] as const;
export type Basis = (typeof bases)[number] | 'psypact';

export const stateSchema = z.enum(stateCodes, 'Choose one of the 50 states or DC.');

/** One state's permission to practice: its license, its registration for telehealth, or a Counseling Compact privilege. */
export const authoritySchema = z.strictObject({
  state: stateSchema,
  basis: choice(bases),
  type: line(60),
  number: line(40),
  expiresOn: daySchema,
});
export type Authority = z.infer<typeof authoritySchema>;

/** PSYPACT's Authority to Practice Interjurisdictional Telepsychology, renewed yearly, void without the home license. */
export const psypactSchema = z.strictObject({ apit: line(40), homeState: stateSchema, expiresOn: daySchema });
export type Psypact = z.infer<typeof psypactSchema>;

/** What the rule of authority needs to know about a practice. */
export interface Practice {
  discipline: DisciplineId;
  authority: readonly Authority[];
  psypact: Psypact | null;
  offices: readonly { state: StateCode }[];
  telehealth: boolean;
}

/** One way in which a therapist may treat people who are in `state`. */
export interface Permission {
  state: StateCode;
  mode: Mode;
  basis: Basis;
  type: string;
}

/** The name under which a reviewer's finding about this authority is filed. */
export function authoritySubject(authority: Pick<Authority, 'state' | 'basis' | 'type'>): string {
  return `authority:${authority.basis}:${authority.state}:${authority.type}`;
}

export const PSYPACT_SUBJECT = 'authority:psypact';

/**
 * Every state, mode and basis in which the therapist may treat on `today`; the last valid day of a license counts.
 * In person: a license or compact privilege of the state and an office there. By telehealth: they offer it and hold a license,
 * privilege or registration of the state, or they hold PSYPACT, both states are members, and the home license is valid.
 * The license must cover the state where the patient is.
 */
export function permissions(practice: Practice, today: Day): Permission[] {
  const live = practice.authority.filter(
    (held) => held.expiresOn >= today && mayHold(practice.discipline, held),
  );
  const officeStates = new Set(practice.offices.map((office) => office.state));
  const found: Permission[] = [];
  for (const { state, basis, type } of live) {
    if (basis !== 'telehealth-registration' && officeStates.has(state))
      found.push({ state, mode: 'in-person', basis, type });
    if (practice.telehealth) found.push({ state, mode: 'telehealth', basis, type });
  }
  return practice.telehealth ? [...found, ...psypactPermissions(practice, live, today)] : found;
}

function psypactPermissions(practice: Practice, live: readonly Authority[], today: Day): Permission[] {
  const { psypact } = practice;
  if (psypact === null || psypact.expiresOn < today || !disciplines[practice.discipline].psypactEligible)
    return [];
  const homeLicense = live.some((held) => held.basis === 'license' && held.state === psypact.homeState);
  if (!homeLicense || !states[psypact.homeState].psypact) return [];
  return stateCodes
    .filter((state) => states[state].psypact)
    .map((state) => ({ state, mode: 'telehealth', basis: 'psypact', type: 'PSYPACT' }));
}

/** Whether the law of the state (or the compact) grants this basis to the discipline at all. */
export function mayHold(discipline: DisciplineId, held: Pick<Authority, 'state' | 'basis'>): boolean {
  if (held.basis === 'license') return true;
  if (held.basis === 'counseling-compact')
    return states[held.state].counselingCompact && disciplines[discipline].counselingCompactEligible;
  const registration = states[held.state].telehealthRegistration;
  return (
    registration !== null &&
    (registration.disciplines === 'all' || registration.disciplines.includes(discipline))
  );
}
