import { programIds, programs } from '../../domain/reference/programs.js';
import { labelsOf } from './choices.js';
import type {
  ChoiceFactWords,
  FactWords,
  FieldWords,
  FilterWords,
  FlagFilterWords,
  ListFilterWords,
  NumberFilterWords,
  YesNoWords,
} from './words.js';

export const answersFields = {
  training: { label: 'Training', email: 'your training' },
  caseload: { label: 'Caseload', email: 'your recent caseload' },
  scope: { label: 'Scope', email: 'the scope of your work' },
  presence: { label: 'Present', email: 'how you are present' },
  dosePlaces: { label: 'Where the dose is taken', email: 'where the dose is taken' },
  role: { label: 'Role in the session', email: 'your role during a session' },
  integrationWithin72h: { label: 'Integration within 72 hours', email: 'integration within 72 hours' },
  difficultMaterial: { label: 'Difficult material', email: 'how you work with difficult material' },
  coordination: { label: 'Coordination', email: 'your contact with the prescriber' },
} as const satisfies Record<string, FieldWords>;

export const answersFacts = {
  training: { label: 'Training', ask: 'Training', column: '' },
  'caseload.patients': {
    label: 'KAP patients in twelve months',
    ask: 'KAP patients in the last twelve months',
    column: 'KAP patients in twelve months',
    api: 'KAP patients in the last twelve months, as they say.',
  },
  'caseload.asOf': {
    label: 'Counted on',
    ask: 'Counted on',
    hint: 'Month/day/year; empty means today.',
    column: 'the day on which they were counted',
  },
  scope: {
    label: 'Scope',
    ask: 'What do you do?',
    column: 'in-session, or preparation-and-integration',
    api: 'With the patient during the dose, or for preparation and integration only.',
    choices: {
      'in-session': {
        patients: 'With you during the session',
        form: 'I am with the patient during the session',
        reviewers: 'With the patient during the session',
      },
      'preparation-and-integration': 'Preparation and integration only',
    },
  },
  presence: {
    label: 'Present',
    ask: 'If you are with the patient: how?',
    column: 'room; video; phone',
    api: 'How they are there during the dose; empty when they are not.',
    choices: { room: 'In the room', video: 'On video', phone: 'By phone' },
  },
  dosePlaces: {
    label: 'Where the dose is taken',
    ask: 'Where is the dose taken?',
    column: 'home; therapist-office; medical-clinic',
    choices: {
      home: {
        patients: 'At your home',
        form: 'At the patient’s home',
        reviewers: 'The patient’s home',
      },
      'therapist-office': {
        patients: 'In the office of the therapist',
        form: 'In my office',
        reviewers: 'The therapist’s office',
      },
      'medical-clinic': {
        patients: 'In a medical clinic',
        form: 'In a medical clinic',
        reviewers: 'A medical clinic',
      },
    },
  },
  role: {
    label: 'Role in the session',
    ask: 'If you are with the patient: in which role?',
    column: 'silent, light or active',
    api: 'null when they are not there for the dose.',
    choices: { silent: 'Present and silent', light: 'Lightly guiding', active: 'Actively facilitating' },
  },
  integrationWithin72h: {
    label: 'Integration within 72 hours',
    ask: 'Do you promise an integration meeting within 72 hours of a dose?',
    hint: 'Receptiveness is highest in the first one to three days; this meeting is the one most often skipped.',
    column: 'integration within 72 hours of a dose',
    patient: {
      label: 'Integration in 72 hours',
      yes: 'Offered',
      no: 'Not promised',
      yesSentence: 'Offers an integration meeting within 72 hours of a dose',
      noSentence: 'Does not promise an integration meeting within 72 hours of a dose',
    },
  },
  'difficultMaterial.intenseEmotion': {
    label: 'Intense emotion',
    ask: 'When emotion becomes intense',
    column: 'how it is handled, in their own words',
    heading: { full: 'Intense emotion', short: 'Emotion' },
  },
  'difficultMaterial.somaticRelease': {
    label: 'Somatic release',
    ask: 'When the body reacts: shaking, tears, nausea',
    column: '',
    heading: { full: 'Reactions of the body', short: 'Body' },
  },
  'difficultMaterial.flashbacks': {
    label: 'Flashbacks',
    ask: 'When a flashback comes',
    column: '',
    heading: { full: 'Flashbacks', short: 'Flashbacks' },
  },
  'coordination.withPrescriber': {
    label: 'In contact with the prescriber',
    ask: 'Are you in contact with the prescriber?',
    column: 'contact with the prescriber',
    patient: {
      label: 'Coordination',
      yes: 'In contact with the prescriber',
      no: 'Not in contact with the prescriber',
      yesSentence: 'In contact with the prescriber',
      noSentence: 'Not in contact with the prescriber',
    },
  },
  'coordination.how': { label: 'How', ask: 'How, or why not', column: '' },
} as const satisfies Record<string, FactWords | YesNoWords | ChoiceFactWords>;

export const answersFilters = {
  program: {
    legend: 'Training',
    without: 'with any training',
    parameter: 'Training completed.',
    choices: labelsOf(programIds, (id) => programs[id].short),
  },
  min_caseload: {
    legend: 'Recent caseload',
    any: 'Any number',
    step: (patients: string) => `At least ${patients} KAP patients`,
    without: 'with any caseload',
    parameter: 'KAP patients in the last twelve months, at least.',
    counts: 'By patients.',
  },
  scope: {
    legend: 'During the dose',
    without: 'with any role during the dose',
    parameter: 'Whether the therapist is there during the dose.',
  },
  presence: {
    legend: 'Presence in the session',
    without: 'with any kind of presence',
    parameter: 'How they are there.',
  },
  place: {
    legend: 'Where the dose is taken',
    without: 'with the dose taken anywhere',
    parameter: 'Where the dose is taken.',
  },
  integration72h: {
    legend: 'Integration within 72 hours of a dose',
    chip: 'Integration within 72 hours',
    without: 'without integration within 72 hours',
    parameter: 'Only who offers integration within 72 hours of a dose.',
  },
} as const satisfies Record<string, FilterWords | ListFilterWords | FlagFilterWords | NumberFilterWords>;
