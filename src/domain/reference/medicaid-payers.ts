import type { PayerFacts } from './payer-facts.js';
import type { StateCode } from './states.js';

function programme(state: StateCode, name: string, ...aliases: string[]): PayerFacts {
  return { name, short: name, aliases, states: [state], lines: ['medicaid'] };
}

/** States whose Medicaid has no brand that people know it by. */
// biome-ignore format: a table of codes reads better in rows
const unbrandedStates: readonly StateCode[] = [
  'AL', 'AK', 'AR', 'DE', 'DC', 'GA', 'ID', 'IL', 'IN', 'IA', 'KY', 'LA', 'MD', 'MI', 'MN', 'MS', 'MT', 'NV',
  'NH', 'NY', 'NC', 'ND', 'OH', 'PA', 'RI', 'SD', 'TX', 'UT', 'WV', 'WY',
];

/**
 * Each state's Medicaid programme: every state is in exactly one row. Medi-Cal, MassHealth, TennCare, AHCCCS and
 * NJ FamilyCare are certain, the other brands general knowledge: (verify).
 */
export const medicaidPayers = {
  'medi-cal': programme('CA', 'Medi-Cal', 'medi cal'),
  masshealth: {
    ...programme('MA', 'MassHealth', 'mass health', 'mbhp'),
    behaviouralHealth: 'Carelon', // (verify)
  },
  tenncare: programme('TN', 'TennCare', 'tenn care'),
  ahcccs: programme('AZ', 'AHCCCS'),
  'nj-familycare': programme('NJ', 'NJ FamilyCare', 'familycare', 'nj family care', 'new jersey familycare'),
  'florida-medicaid': programme('FL', 'Florida Medicaid', 'smmc'),
  'apple-health': programme('WA', 'Apple Health', 'washington apple health'),
  'health-first-colorado': programme('CO', 'Health First Colorado'),
  'husky-health': programme('CT', 'HUSKY Health', 'husky'),
  'med-quest': programme('HI', 'Med-QUEST', 'medquest', 'quest integration'),
  kancare: programme('KS', 'KanCare', 'kan care'),
  mainecare: programme('ME', 'MaineCare', 'maine care'),
  'mo-healthnet': programme('MO', 'MO HealthNet', 'missouri healthnet'),
  'heritage-health': programme('NE', 'Heritage Health'),
  'turquoise-care': programme('NM', 'Turquoise Care', 'centennial care'),
  soonercare: programme('OK', 'SoonerCare', 'sooner care', 'soonerselect'),
  'oregon-health-plan': programme('OR', 'Oregon Health Plan', 'ohp'),
  'healthy-connections': programme('SC', 'Healthy Connections'),
  'green-mountain-care': programme('VT', 'Green Mountain Care', 'dr dynasaur'),
  'cardinal-care': programme('VA', 'Cardinal Care'),
  'badgercare-plus': programme('WI', 'BadgerCare Plus', 'badgercare', 'forwardhealth'),
  medicaid: {
    name: 'Medicaid (state programme)',
    short: 'Medicaid',
    aliases: [],
    states: unbrandedStates,
    lines: ['medicaid'],
  },
} satisfies Record<string, PayerFacts>;
