import type { LineId } from './lines.js';
import type { PayerFacts } from './payer-facts.js';
import type { StateCode } from './states.js';

/*
 * The Blue Cross and Blue Shield companies. Which company sells in which state is general knowledge: (verify).
 * The five of HCSC, Horizon, Florida Blue, Anthem and the two Californian ones are certain.
 */
const usual: readonly LineId[] = ['commercial', 'marketplace', 'medicare-advantage'];
const withMedicaid: readonly LineId[] = [...usual, 'medicaid'];

const anthemStates = 'CA CO CT GA IN KY ME MO NV NH NY OH VA WI';

function blue(
  name: string,
  short: string,
  states: string,
  aliases: readonly string[] = [],
  more: Partial<Pick<PayerFacts, 'lines' | 'behavioralHealth'>> = {},
): PayerFacts {
  return { name, short, aliases, states: states.split(' ') as StateCode[], lines: usual, ...more };
}

export const bluePayers = {
  'horizon-bcbsnj': blue(
    'Horizon Blue Cross Blue Shield of New Jersey',
    'Horizon BCBSNJ',
    'NJ',
    ['horizon', 'bcbsnj', 'horizon bcbs', 'horizon blue', 'horizon nj health'],
    { lines: withMedicaid },
  ),
  'florida-blue': blue('Florida Blue', 'Florida Blue', 'FL', ['bcbs of florida', 'bcbsfl'], {
    behavioralHealth: 'Lucet', // (verify)
  }),
  anthem: blue(
    'Anthem Blue Cross and Blue Shield',
    'Anthem',
    anthemStates,
    ['anthem bcbs', 'anthem blue cross', 'empire bcbs', 'empire blue cross'],
    { lines: withMedicaid, behavioralHealth: 'Carelon' },
  ),
  'blue-shield-ca': blue(
    'Blue Shield of California',
    'Blue Shield of CA',
    'CA',
    ['blue shield california', 'bsca', 'blue shield promise'],
    { lines: withMedicaid, behavioralHealth: 'Magellan' }, // (verify)
  ),
  'bcbs-illinois': blue('Blue Cross and Blue Shield of Illinois', 'BCBS Illinois', 'IL', ['bcbsil'], {
    lines: withMedicaid,
  }),
  'bcbs-texas': blue('Blue Cross and Blue Shield of Texas', 'BCBS Texas', 'TX', ['bcbstx'], {
    lines: withMedicaid,
    behavioralHealth: 'Magellan', // (verify)
  }),
  'bcbs-oklahoma': blue('Blue Cross and Blue Shield of Oklahoma', 'BCBS Oklahoma', 'OK', ['bcbsok']),
  'bcbs-new-mexico': blue('Blue Cross and Blue Shield of New Mexico', 'BCBS New Mexico', 'NM', ['bcbsnm'], {
    lines: withMedicaid,
  }),
  'bcbs-montana': blue('Blue Cross and Blue Shield of Montana', 'BCBS Montana', 'MT', ['bcbsmt']),
  carefirst: blue(
    'CareFirst BlueCross BlueShield',
    'CareFirst',
    'DC MD VA',
    ['care first', 'carefirst bcbs'],
    {
      lines: withMedicaid,
    },
  ),
  highmark: blue('Highmark Blue Cross Blue Shield', 'Highmark', 'PA DE NY WV', ['highmark bcbs'], {
    lines: withMedicaid,
  }),
  'independence-blue-cross': blue(
    'Independence Blue Cross',
    'Independence Blue Cross',
    'PA',
    ['ibx', 'independence bcbs', 'keystone health plan east'],
    { behavioralHealth: 'Magellan' }, // (verify)
  ),
  'capital-blue-cross': blue('Capital Blue Cross', 'Capital Blue Cross', 'PA', ['capital bluecross']),
  regence: blue('Regence', 'Regence', 'ID OR UT WA', [
    'regence bcbs',
    'regence blue shield',
    'regence blueshield',
  ]),
  premera: blue('Premera Blue Cross', 'Premera', 'AK WA', ['premera bcbs', 'premera bluecross']),
  wellmark: blue('Wellmark Blue Cross and Blue Shield', 'Wellmark', 'IA SD', ['wellmark bcbs']),
  excellus: blue('Excellus BlueCross BlueShield', 'Excellus', 'NY', ['excellus bcbs', 'univera'], {
    lines: withMedicaid,
  }),
  'bcbs-alabama': blue('Blue Cross and Blue Shield of Alabama', 'BCBS Alabama', 'AL', ['bcbsal']),
  'bcbs-arizona': blue(
    'Blue Cross Blue Shield of Arizona',
    'AZ Blue',
    'AZ',
    ['azblue', 'bcbsaz', 'arizona blue'],
    {
      lines: withMedicaid,
    },
  ),
  'bcbs-arkansas': blue('Arkansas Blue Cross and Blue Shield', 'Arkansas BCBS', 'AR', ['arkansas blue']),
  hmsa: blue('HMSA (Blue Cross Blue Shield of Hawaii)', 'HMSA', 'HI', [], {
    lines: withMedicaid,
  }),
  'blue-cross-idaho': blue('Blue Cross of Idaho', 'Blue Cross of Idaho', 'ID', [], {
    lines: withMedicaid,
  }),
  'bcbs-kansas': blue('Blue Cross and Blue Shield of Kansas', 'BCBS Kansas', 'KS', ['bcbsks']),
  'blue-kc': blue('Blue Cross and Blue Shield of Kansas City', 'Blue KC', 'KS MO', ['bcbs kansas city'], {
    behavioralHealth: 'Lucet', // (verify)
  }),
  'bcbs-louisiana': blue('Blue Cross and Blue Shield of Louisiana', 'Louisiana Blue', 'LA', ['bcbsla']),
  'bcbs-massachusetts': blue('Blue Cross Blue Shield of Massachusetts', 'BCBS MA', 'MA', ['bcbsma']),
  'bcbs-michigan': blue(
    'Blue Cross Blue Shield of Michigan',
    'BCBS Michigan',
    'MI',
    ['bcbsm', 'blue care network'],
    {
      lines: withMedicaid,
    },
  ),
  'blue-cross-mn': blue(
    'Blue Cross and Blue Shield of Minnesota',
    'Blue Cross MN',
    'MN',
    ['blue plus', 'bcbsmn'],
    {
      lines: withMedicaid,
    },
  ),
  'bcbs-mississippi': blue('Blue Cross & Blue Shield of Mississippi', 'BCBS Mississippi', 'MS', ['bcbsms']),
  'bcbs-nebraska': blue('Blue Cross and Blue Shield of Nebraska', 'BCBS Nebraska', 'NE', ['bcbsne']),
  'blue-cross-nc': blue('Blue Cross and Blue Shield of North Carolina', 'Blue Cross NC', 'NC', ['bcbsnc'], {
    lines: withMedicaid,
  }),
  'bcbs-north-dakota': blue('Blue Cross Blue Shield of North Dakota', 'BCBS North Dakota', 'ND', ['bcbsnd']),
  'bcbs-rhode-island': blue('Blue Cross & Blue Shield of Rhode Island', 'BCBS Rhode Island', 'RI', [
    'bcbsri',
  ]),
  'bcbs-south-carolina': blue(
    'BlueCross BlueShield of South Carolina',
    'BCBS South Carolina',
    'SC',
    ['bcbssc'],
    {
      lines: withMedicaid,
    },
  ),
  'bcbs-tennessee': blue(
    'BlueCross BlueShield of Tennessee',
    'BCBS Tennessee',
    'TN',
    ['bcbst', 'bluecare tn'],
    {
      lines: withMedicaid,
    },
  ),
  'bcbs-vermont': blue('Blue Cross and Blue Shield of Vermont', 'BCBS Vermont', 'VT', ['bcbsvt']),
  'bcbs-wyoming': blue('Blue Cross Blue Shield of Wyoming', 'BCBS Wyoming', 'WY', ['bcbswy']),
} satisfies Record<string, PayerFacts>;
