import { bluePayers } from './blue-payers.js';
import { medicaidPayers } from './medicaid-payers.js';
import { nationalPayers } from './national-payers.js';
import type { PayerFacts } from './payer-facts.js';
import { regionalPayers } from './regional-payers.js';
import { type StateCode, stateCodes } from './states.js';

const tables = { ...nationalPayers, ...bluePayers, ...regionalPayers, ...medicaidPayers };

export type PayerId = keyof typeof tables;

export interface Payer extends PayerFacts {
  readonly id: PayerId;
}

export const payerIds = Object.keys(tables) as readonly string[] as readonly PayerId[];

export const payers = Object.fromEntries(payerIds.map((id) => [id, { id, ...tables[id] }])) as Readonly<
  Record<PayerId, Payer>
>;

/** Whether the payer sells in that state at all. */
export function payerServes(id: PayerId, state: StateCode): boolean {
  const { states } = payers[id];
  return states === 'all' || states.includes(state);
}

/**
 * What people may type for this payer and no other, lower-case: its name, its short name and its aliases. Try a generic
 * alias beside a state before these, or "bcbs ma" gives the payer and loses the state.
 */
export function payerWords(id: PayerId): readonly string[] {
  const { name, short, aliases } = payers[id];
  return [...new Set([name.toLowerCase(), short.toLowerCase(), ...aliases])];
}

type ByState = Readonly<Record<StateCode, readonly PayerId[]>>;

function byState(table: object): ByState {
  const ids = Object.keys(table) as PayerId[];
  const entries = stateCodes.map((state) => [state, ids.filter((id) => payerServes(id, state))]);
  return Object.fromEntries(entries) as ByState;
}

/** The Blue companies that sell in each state; several where the state is divided between them. */
export const blueByState: ByState = byState(bluePayers);

/** The Medicaid program of each state: one. A managed plan (Sunshine Health) is a payer of its own. */
export const medicaidByState: ByState = byState(medicaidPayers);

/** TRICARE's contractor in each state: one. */
export const tricareByState: ByState = byState({ 'tricare-east': true, 'tricare-west': true });

/** Where the cross and the shield are different companies, half the name tells which one is meant. */
const blueCrossByState: ByState = {
  ...blueByState,
  CA: ['anthem'],
  ID: ['blue-cross-idaho'],
  WA: ['premera'],
};
const blueShieldByState: ByState = {
  ...blueByState,
  CA: ['blue-shield-ca'],
  ID: ['regence'],
  PA: ['highmark'],
  WA: ['regence'],
};

const bothAliases = [
  'bcbs',
  'bc/bs',
  'blue cross blue shield',
  'blue cross and blue shield',
  'bluecross blueshield',
];
const crossAliases = ['blue cross', 'bluecross'];
const shieldAliases = ['blue shield', 'blueshield'];

/** Words for "the Blue of this state": no payer owns them. */
export const blueAliases: readonly string[] = [...bothAliases, ...crossAliases, ...shieldAliases];

/** Words for "the Medicaid of this state". */
export const medicaidAliases: readonly string[] = ['medicaid', 'state medicaid', 'medical assistance'];

/** HCSC is one company with a Blue in each of five states, and none elsewhere. */
const hcscByState: Partial<ByState> = {
  IL: ['bcbs-illinois'],
  MT: ['bcbs-montana'],
  NM: ['bcbs-new-mexico'],
  OK: ['bcbs-oklahoma'],
  TX: ['bcbs-texas'],
};

/** A word that names a payer only together with a state. */
export interface GenericAlias {
  readonly words: readonly string[];
  readonly byState: Readonly<Partial<ByState>>;
}

export const genericAliases: readonly GenericAlias[] = [
  { words: bothAliases, byState: blueByState },
  { words: crossAliases, byState: blueCrossByState },
  { words: shieldAliases, byState: blueShieldByState },
  { words: medicaidAliases, byState: medicaidByState },
  { words: ['tricare', 'tri care'], byState: tricareByState },
  { words: ['hcsc', 'health care service corporation'], byState: hcscByState },
];

/** The payers that a generic word means in a state, most likely first; none when the word is not generic. */
export function payersByGenericAlias(word: string, state: StateCode): readonly PayerId[] {
  const generic = genericAliases.find(({ words }) => words.includes(word.toLowerCase()));
  return generic?.byState[state] ?? [];
}
