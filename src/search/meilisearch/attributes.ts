/** The groups that concern a listing as a whole, and the attribute that holds each. */
export const facetNames = {
  scope: 'scope',
  presence: 'presence',
  place: 'place',
  program: 'program',
  focus: 'focus',
  language: 'language',
  accepting: 'accepting',
  own_therapist: 'ownTherapist',
  integration72h: 'integration72h',
  max_fee: 'hourlyFee',
  min_caseload: 'caseload',
  confirmed: 'confirmedOn',
} as const;

export type FlatGroup = keyof typeof facetNames;
export const flatGroups = Object.keys(facetNames) as readonly FlatGroup[];

export const listGroups = ['scope', 'presence', 'place', 'program', 'focus', 'language'] as const;
export const flagGroups = ['accepting', 'own_therapist', 'integration72h'] as const;
