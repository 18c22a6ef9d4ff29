/**
 * The professions that may be listed. An associate works under another person's license, and so is not a discipline.
 * Codes: NUCC health care provider taxonomy.
 */
export const disciplineIds = [
  'psychologist',
  'clinical-social-worker',
  'marriage-family-therapist',
  'counselor',
  'psychiatrist',
  'psychiatric-nurse-practitioner',
  'psychiatric-clinical-nurse-specialist',
] as const;

export type DisciplineId = (typeof disciplineIds)[number];

/** The code system every `nucc` code belongs to. */
export const nuccSystem = 'http://nucc.org/provider-taxonomy';

export interface NuccCode {
  readonly code: string;
  readonly display: string;
}

export interface Discipline {
  readonly id: DisciplineId;
  readonly label: string;
  readonly plural: string;
  /** The general code first, narrower ones after it. */
  readonly nucc: readonly NuccCode[];
  /** PSYPACT is a compact of psychologists alone. */
  readonly psypactEligible: boolean;
  /** The Counseling Compact is for professional counselors alone. */
  readonly counselingCompactEligible: boolean;
}

const noCompact = { psypactEligible: false, counselingCompactEligible: false };

export const disciplines: Readonly<Record<DisciplineId, Discipline>> = {
  psychologist: {
    id: 'psychologist',
    label: 'Psychologist',
    plural: 'Psychologists',
    nucc: [
      { code: '103T00000X', display: 'Psychologist' },
      { code: '103TC0700X', display: 'Clinical Psychologist' },
      { code: '103TC1900X', display: 'Counseling Psychologist' },
    ],
    psypactEligible: true,
    counselingCompactEligible: false,
  },
  'clinical-social-worker': {
    id: 'clinical-social-worker',
    label: 'Clinical social worker',
    plural: 'Clinical social workers',
    nucc: [{ code: '1041C0700X', display: 'Clinical Social Worker' }],
    ...noCompact,
  },
  'marriage-family-therapist': {
    id: 'marriage-family-therapist',
    label: 'Marriage and family therapist',
    plural: 'Marriage and family therapists',
    nucc: [{ code: '106H00000X', display: 'Marriage & Family Therapist' }],
    ...noCompact,
  },
  counselor: {
    id: 'counselor',
    label: 'Counselor',
    plural: 'Counselors',
    nucc: [
      { code: '101Y00000X', display: 'Counselor' },
      { code: '101YM0800X', display: 'Mental Health Counselor' },
      { code: '101YP2500X', display: 'Professional Counselor' },
    ],
    psypactEligible: false,
    counselingCompactEligible: true,
  },
  psychiatrist: {
    id: 'psychiatrist',
    label: 'Psychiatrist',
    plural: 'Psychiatrists',
    nucc: [{ code: '2084P0800X', display: 'Psychiatry Physician' }],
    ...noCompact,
  },
  'psychiatric-nurse-practitioner': {
    id: 'psychiatric-nurse-practitioner',
    label: 'Psychiatric nurse practitioner',
    plural: 'Psychiatric nurse practitioners',
    nucc: [{ code: '363LP0808X', display: 'Psychiatric/Mental Health Nurse Practitioner' }],
    ...noCompact,
  },
  'psychiatric-clinical-nurse-specialist': {
    id: 'psychiatric-clinical-nurse-specialist',
    label: 'Psychiatric clinical nurse specialist',
    plural: 'Psychiatric clinical nurse specialists',
    nucc: [{ code: '364SP0808X', display: 'Psychiatric/Mental Health Clinical Nurse Specialist' }],
    ...noCompact,
  },
};
