import type { PayerFacts } from './payer-facts.js';
import type { StateCode } from './states.js';

function program(state: StateCode, name: string, ...aliases: string[]): PayerFacts {
  return { name, short: name, aliases, states: [state], lines: ['medicaid'] };
}

/** States whose Medicaid has no brand that people know it by. */
// biome-ignore format: a table of codes reads better in rows
const unbrandedStates: readonly StateCode[] = [
  'AL', 'AK', 'AR', 'DE', 'DC', 'GA', 'ID', 'IL', 'IN', 'IA', 'KY', 'LA', 'MD', 'MI', 'MN', 'MS', 'MT', 'NV',
  'NH', 'NY', 'NC', 'ND', 'OH', 'PA', 'RI', 'SD', 'TX', 'UT', 'WV', 'WY',
];

/**
 * Each state's Medicaid program: every state is in exactly one row. Medi-Cal, MassHealth, TennCare, AHCCCS and
 * NJ FamilyCare are certain, the other brands general knowledge: (verify).
 */
export const medicaidPayers = {
  'medi-cal': program('CA', 'Medi-Cal', 'medi cal'),
  masshealth: {
    ...program('MA', 'MassHealth', 'mass health', 'mbhp'),
    behavioralHealth: 'Carelon', // (verify)
  },
  tenncare: program('TN', 'TennCare', 'tenn care'),
  ahcccs: program('AZ', 'AHCCCS'),
  'nj-familycare': program('NJ', 'NJ FamilyCare', 'familycare', 'nj family care', 'new jersey familycare'),
  'florida-medicaid': program('FL', 'Florida Medicaid', 'smmc'),
  'apple-health': program('WA', 'Apple Health', 'washington apple health'),
  'health-first-colorado': program('CO', 'Health First Colorado'),
  'husky-health': program('CT', 'HUSKY Health', 'husky'),
  'med-quest': program('HI', 'Med-QUEST', 'medquest', 'quest integration'),
  kancare: program('KS', 'KanCare', 'kan care'),
  mainecare: program('ME', 'MaineCare', 'maine care'),
  'mo-healthnet': program('MO', 'MO HealthNet', 'missouri healthnet'),
  'heritage-health': program('NE', 'Heritage Health'),
  'turquoise-care': program('NM', 'Turquoise Care', 'centennial care'),
  soonercare: program('OK', 'SoonerCare', 'sooner care', 'soonerselect'),
  'oregon-health-plan': program('OR', 'Oregon Health Plan', 'ohp'),
  'healthy-connections': program('SC', 'Healthy Connections'),
  'green-mountain-care': program('VT', 'Green Mountain Care', 'dr dynasaur'),
  'cardinal-care': program('VA', 'Cardinal Care'),
  'badgercare-plus': program('WI', 'BadgerCare Plus', 'badgercare', 'forwardhealth'),
  medicaid: {
    name: 'Medicaid (state program)',
    short: 'Medicaid',
    aliases: [],
    states: unbrandedStates,
    lines: ['medicaid'],
  },
} satisfies Record<string, PayerFacts>;
