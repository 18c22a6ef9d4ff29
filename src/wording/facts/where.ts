import { stateCodes, states } from '../../domain/reference/states.js';
import { labelsOf } from './choices.js';
import type {
  ChoiceFactWords,
  FactWords,
  FieldWords,
  FilterWords,
  FlagFilterWords,
  YesNoWords,
} from './words.js';

export const whereFields = {
  authority: { label: 'Licenses, registrations, privileges', email: 'your licenses' },
  psypact: { label: 'PSYPACT', email: 'PSYPACT' },
  offices: { label: 'Offices', email: 'your offices' },
  telehealth: { label: 'Telehealth', email: 'telehealth' },
} as const satisfies Record<string, FieldWords>;

export const whereFacts = {
  authority: { label: 'Licenses, registrations, privileges', ask: 'License', column: '' },
  'psypact.apit': {
    label: 'PSYPACT: APIT',
    ask: 'APIT number',
    column: 'the number of the APIT; with the two fields below it',
  },
  'psypact.homeState': {
    label: 'PSYPACT: home state',
    ask: 'Home state',
    column: 'NJ or New Jersey',
    choices: labelsOf(stateCodes, (code) => states[code].name),
  },
  'psypact.expiresOn': {
    label: 'PSYPACT: valid until',
    ask: 'Valid until',
    hint: 'Month/day/year.',
    column: 'the last valid day',
  },
  offices: { label: 'Offices', ask: 'Office', column: '' },
  telehealth: {
    label: 'Telehealth',
    ask: 'Do you treat by video or phone?',
    column: 'whether they treat by telehealth',
    patient: { label: 'Telehealth', yes: 'Yes', no: 'No, in person only' },
  },
} as const satisfies Record<string, FactWords | YesNoWords | ChoiceFactWords>;

export const whereFilters = {} as const satisfies Record<string, FilterWords | FlagFilterWords>;
