import type { PayerFacts } from './payer-facts.js';

/** National insurers, Medicare itself and TRICARE. States and lines are general knowledge: (verify). */
export const nationalPayers = {
  aetna: {
    name: 'Aetna',
    short: 'Aetna',
    aliases: ['aetna better health', 'coventry', 'meritain'], // Coventry: (verify)
    states: 'all',
    lines: ['commercial', 'medicare-advantage', 'medicaid'],
  },
  cigna: {
    name: 'Cigna Healthcare',
    short: 'Cigna',
    aliases: ['evernorth', 'cigna behavioral'],
    states: 'all',
    lines: ['commercial', 'marketplace'],
    behavioralHealth: 'Evernorth',
  },
  unitedhealthcare: {
    name: 'UnitedHealthcare',
    short: 'UnitedHealthcare',
    aliases: [
      'uhc',
      'optum',
      'ubh',
      'umr',
      'oxford',
      'united',
      'united healthcare',
      'united behavioral health',
    ],
    states: 'all',
    lines: ['commercial', 'marketplace', 'medicare-advantage', 'medicaid'],
    behavioralHealth: 'Optum',
  },
  humana: {
    name: 'Humana',
    short: 'Humana',
    aliases: ['humana gold plus'],
    states: 'all',
    lines: ['medicare-advantage', 'medicaid'], // left employer plans by 2025
  },
  'kaiser-permanente': {
    name: 'Kaiser Permanente',
    short: 'Kaiser',
    aliases: [],
    states: ['CA', 'CO', 'DC', 'GA', 'HI', 'MD', 'OR', 'VA', 'WA'],
    lines: ['commercial', 'marketplace', 'medicare-advantage', 'medicaid'],
  },
  oscar: {
    name: 'Oscar Health',
    short: 'Oscar',
    aliases: ['oscar insurance'],
    // biome-ignore format: a table of codes reads better in rows
    states: ['AL', 'AZ', 'FL', 'GA', 'IL', 'IA', 'KS', 'MI', 'MO', 'MS', 'NE', 'NC', 'NJ', 'NY', 'OH', 'OK', 'PA', 'TN', 'TX', 'VA'],
    lines: ['commercial', 'marketplace'],
    behavioralHealth: 'Optum',
  },
  ambetter: {
    name: 'Ambetter (Centene)',
    short: 'Ambetter',
    aliases: ['centene', 'ambetter health'],
    // biome-ignore format: a table of codes reads better in rows
    states: [
      'AL', 'AZ', 'AR', 'CA', 'DE', 'FL', 'GA', 'IL', 'IN', 'IA', 'KS', 'KY', 'LA', 'MI', 'MS', 'MO', 'NE', 'NV', 'NH',
      'NJ', 'NM', 'NC', 'OH', 'OK', 'PA', 'SC', 'TN', 'TX', 'WA',
    ],
    lines: ['commercial', 'marketplace'],
  },
  wellcare: {
    name: 'Wellcare (Centene)',
    short: 'Wellcare',
    aliases: ['well care'],
    states: 'all',
    lines: ['medicare-advantage', 'medicaid'],
  },
  molina: {
    name: 'Molina Healthcare',
    short: 'Molina',
    aliases: [],
    // biome-ignore format: a table of codes reads better in rows
    states: [
      'AZ', 'CA', 'CT', 'FL', 'GA', 'ID', 'IL', 'IA', 'KY', 'MA', 'MI', 'MS', 'NE', 'NV', 'NM', 'NY', 'OH', 'SC', 'TX',
      'UT', 'VA', 'WA', 'WI',
    ],
    lines: ['marketplace', 'medicare-advantage', 'medicaid'],
  },
  wellpoint: {
    name: 'Wellpoint',
    short: 'Wellpoint',
    aliases: ['amerigroup'],
    states: ['AZ', 'DC', 'FL', 'GA', 'IA', 'MD', 'NJ', 'NM', 'TN', 'TX', 'WA', 'WV'],
    lines: ['marketplace', 'medicare-advantage', 'medicaid'],
    behavioralHealth: 'Carelon',
  },
  carelon: {
    name: 'Carelon Behavioral Health',
    short: 'Carelon',
    aliases: ['beacon', 'beacon health options', 'valueoptions', 'value options'], // (verify)
    states: 'all',
    lines: ['commercial', 'marketplace', 'medicare-advantage', 'medicaid'],
  },
  magellan: {
    name: 'Magellan Healthcare',
    short: 'Magellan',
    aliases: ['magellan health', 'magellan behavioral'],
    states: 'all',
    lines: ['commercial', 'marketplace', 'medicare-advantage', 'medicaid'],
  },
  medicare: {
    name: 'Original Medicare',
    short: 'Medicare',
    aliases: ['traditional medicare', 'medicare part b'],
    states: 'all',
    lines: ['original-medicare'],
  },
  'tricare-east': {
    name: 'TRICARE East (Humana Military)',
    short: 'TRICARE East',
    aliases: ['humana military'],
    // biome-ignore format: a table of codes reads better in rows
    states: [
      'AL', 'CT', 'DE', 'DC', 'FL', 'GA', 'IN', 'KY', 'ME', 'MD', 'MA', 'MI', 'MS', 'NH', 'NJ', 'NY', 'NC', 'OH', 'PA',
      'RI', 'SC', 'TN', 'VT', 'VA', 'WV',
    ],
    lines: ['tricare'],
  },
  'tricare-west': {
    name: 'TRICARE West (TriWest)',
    short: 'TRICARE West',
    aliases: ['triwest'],
    // as of January 2025, when AR IL LA OK TX WI moved over from East
    // biome-ignore format: a table of codes reads better in rows
    states: [
      'AK', 'AZ', 'AR', 'CA', 'CO', 'HI', 'ID', 'IL', 'IA', 'KS', 'LA', 'MN', 'MO', 'MT', 'NE', 'NV', 'NM', 'ND', 'OK',
      'OR', 'SD', 'TX', 'UT', 'WA', 'WI', 'WY',
    ],
    lines: ['tricare'],
  },
} satisfies Record<string, PayerFacts>;
