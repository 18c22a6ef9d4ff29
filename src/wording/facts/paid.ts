import type { FactWords, FieldWords, NumberFilterWords, YesNoWords } from './words.js';

export const paidFields = {
  coverage: { label: 'Insurance', email: 'your insurance networks' },
  fees: { label: 'Fees', email: 'your fees' },
} as const satisfies Record<string, FieldWords>;

export const paidFacts = {
  coverage: { label: 'Insurance', ask: 'Network', column: '' },
  'fees.hourly': {
    label: 'Fee for an hour',
    ask: 'For an hour',
    hint: 'Such as $220.',
    column: 'whole dollars: 180 or $180/hr',
  },
  'fees.packagePerSession': {
    label: 'Package for a session',
    ask: 'Package for one medication session',
    hint: 'Preparation, your presence and integration together.',
    column: 'dollars for one medication session with all around it',
    api: 'Preparation, presence and integration for one session.',
  },
  'fees.slidingScale': {
    label: 'Sliding scale',
    ask: 'I have a sliding scale',
    column: '',
    patient: {
      label: 'sliding scale',
      yes: 'Yes',
      no: 'No',
      yesSentence: 'Sliding scale: ask what you would pay',
    },
  },
  'fees.superbill': {
    label: 'Superbill',
    ask: 'I give superbills for out-of-network benefits',
    column: '',
    patient: {
      label: 'superbill',
      yes: 'Yes',
      no: 'No',
      yesSentence: 'Gives a superbill for out-of-network claims',
    },
  },
  'fees.hsaFsa': {
    label: 'HSA and FSA cards',
    ask: 'I take HSA and FSA cards',
    column: '',
    patient: { label: 'HSA and FSA cards', yes: 'Yes', no: 'No', yesSentence: 'Takes HSA and FSA cards' },
  },
} as const satisfies Record<string, FactWords | YesNoWords>;

export const paidFilters = {
  max_fee: {
    legend: 'Fee',
    any: 'Any fee',
    step: (dollars: string) => `Up to $${dollars} an hour`,
    without: 'without the fee limit',
    parameter: 'Dollars an hour at most. Listings without an hourly fee are left out.',
    counts: 'By dollars an hour.',
  },
} as const satisfies Record<string, NumberFilterWords>;
