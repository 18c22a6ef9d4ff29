import type { LineId } from './lines.js';
import type { PayerFacts } from './payer-facts.js';
import type { StateCode } from './states.js';

type RegionalLine = Extract<LineId, 'commercial' | 'marketplace' | 'medicare-advantage' | 'medicaid'>;

const every: readonly RegionalLine[] = ['commercial', 'marketplace', 'medicare-advantage', 'medicaid'];
const notMedicaid: readonly RegionalLine[] = ['commercial', 'marketplace', 'medicare-advantage'];

function regional(
  name: string,
  short: string,
  states: readonly StateCode[],
  lines: readonly RegionalLine[],
  ...aliases: string[]
): PayerFacts {
  return { name, short, aliases, states, lines };
}

/** Insurers of one region that are no Blue. All of it is general knowledge but EmblemHealth's alias: (verify). */
export const regionalPayers = {
  emblemhealth: {
    ...regional(
      'EmblemHealth',
      'EmblemHealth',
      ['NY'],
      every,
      'ghi',
      'emblem',
      'emblem health',
      'connecticare',
    ),
    behavioralHealth: 'Carelon',
  },
  healthfirst: regional('Healthfirst', 'Healthfirst', ['NY'], every, 'health first ny'),
  'fidelis-care': regional('Fidelis Care', 'Fidelis', ['NY'], every),
  mvp: regional('MVP Health Care', 'MVP', ['NY', 'VT'], every),
  cdphp: regional('CDPHP', 'CDPHP', ['NY'], every),
  amerihealth: regional('AmeriHealth New Jersey', 'AmeriHealth', ['NJ'], notMedicaid, 'amerihealth nj'),
  'sunshine-health': regional(
    'Sunshine Health',
    'Sunshine Health',
    ['FL'],
    ['medicaid'],
    'sunshine state health',
  ),
  avmed: regional('AvMed', 'AvMed', ['FL'], notMedicaid, 'av med'),
  'health-net': regional('Health Net', 'Health Net', ['CA'], every, 'healthnet'),
  'harvard-pilgrim': regional(
    'Harvard Pilgrim',
    'Harvard Pilgrim',
    ['MA', 'ME', 'NH', 'CT'],
    notMedicaid,
    'hphc',
  ),
  'tufts-health-plan': regional('Tufts Health Plan', 'Tufts', ['MA', 'RI'], every, 'tufts health'),
  upmc: regional('UPMC Health Plan', 'UPMC', ['PA'], every),
  geisinger: regional('Geisinger Health Plan', 'Geisinger', ['PA'], every),
  'priority-health': regional('Priority Health', 'Priority Health', ['MI'], every),
  healthpartners: regional('HealthPartners', 'HealthPartners', ['MN', 'WI'], every, 'health partners'),
  medica: regional('Medica', 'Medica', ['MN', 'WI', 'IA', 'NE', 'ND', 'SD', 'KS', 'MO', 'OK'], every),
  'select-health': regional(
    'Select Health',
    'Select Health',
    ['UT', 'ID', 'NV', 'CO'],
    every,
    'selecthealth',
  ),
  moda: regional('Moda Health', 'Moda', ['OR', 'AK', 'ID', 'TX'], notMedicaid),
  pacificsource: regional(
    'PacificSource',
    'PacificSource',
    ['OR', 'ID', 'MT', 'WA'],
    every,
    'pacific source',
  ),
  sentara: regional('Sentara Health Plans', 'Sentara', ['VA'], every, 'optima health'),
} satisfies Record<string, PayerFacts>;
