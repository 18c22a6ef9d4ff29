import { ageIds, ages } from '../../domain/reference/ages.js';
import { focuses, focusIds } from '../../domain/reference/focuses.js';
import { labelsOf } from './choices.js';
import type {
  ChoiceFactWords,
  FactWords,
  FieldWords,
  FilterWords,
  FlagFilterWords,
  YesNoWords,
} from './words.js';

export const whomFields = {
  focus: { label: 'Focus', email: 'what you treat' },
  ages: { label: 'Ages', email: 'whom you treat' },
  alongsideOwnTherapist: {
    label: 'Works alongside the patient’s own therapist',
    email: 'work beside the patient’s own therapist',
  },
  accepting: { label: 'Accepting new patients', email: 'whether you take new patients' },
  waitWeeks: { label: 'Usual wait in weeks', email: 'the usual wait' },
} as const satisfies Record<string, FieldWords>;

export const whomFacts = {
  focus: {
    label: 'Focus',
    ask: 'Focus',
    column: 'PTSD; chronic pain; grief',
    choices: labelsOf(focusIds, (id) => focuses[id].label),
  },
  ages: {
    label: 'Ages',
    ask: 'Ages',
    column: 'adolescents; adults; older adults',
    choices: labelsOf(ageIds, (id) => ({
      patients: ages[id].label,
      form: `${ages[id].label} (${ages[id].years})`,
      reviewers: ages[id].label,
    })),
  },
  alongsideOwnTherapist: {
    label: 'Works alongside the patient’s own therapist',
    ask: 'Do you work alongside the therapist a patient already has?',
    column: "works beside the patient's own therapist",
    patient: {
      label: 'Your own therapist',
      yes: 'Works alongside them',
      no: 'Does not work alongside another therapist',
      yesSentence: 'Works alongside the therapist you already have',
      noSentence: 'Does not work alongside another therapist',
    },
  },
  accepting: {
    label: 'Accepting new patients',
    ask: 'Do you take new patients now?',
    column: 'takes new patients',
    api: 'Has room for new patients.',
    patient: { label: 'New patients', yes: 'Accepting', no: 'Not accepting now' },
  },
  waitWeeks: {
    label: 'Usual wait in weeks',
    ask: 'Usual wait for a first appointment, in weeks',
    hint: '0 for less than a week; empty if you cannot say.',
    column: 'weeks until a first appointment',
    api: 'Usual wait in weeks; null without room, or when it was not given.',
  },
} as const satisfies Record<string, FactWords | YesNoWords | ChoiceFactWords>;

export const whomFilters = {
  focus: { legend: 'Works with', without: 'without the focus', parameter: 'What they work with.' },
  own_therapist: {
    legend: 'Works alongside your own therapist',
    without: 'counting those who do not work alongside another therapist',
    parameter: 'Only who works alongside the patient’s own therapist.',
  },
  accepting: {
    legend: 'Accepting new patients',
    without: 'counting those without room now',
    parameter: 'Only with room for new patients.',
  },
} as const satisfies Record<string, FilterWords | FlagFilterWords>;
