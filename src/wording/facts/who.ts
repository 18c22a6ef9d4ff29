import { disciplineIds, disciplines } from '../../domain/reference/disciplines.js';
import { languageIds, languages } from '../../domain/reference/languages.js';
import { labelsOf } from './choices.js';
import type { ChoiceFactWords, FactWords, FieldWords, FilterWords } from './words.js';

export const whoFields = {
  name: { label: 'Name', email: 'your name' },
  credentials: { label: 'Credentials', email: 'your credentials' },
  discipline: { label: 'Discipline', email: 'your discipline' },
  npi: { label: 'NPI', email: 'your NPI' },
  pronouns: { label: 'Pronouns', email: 'your pronouns' },
  languages: { label: 'Languages', email: 'your languages' },
  about: { label: 'In their own words', email: 'the text about you' },
  contact: { label: 'Contact', email: 'how to reach you' },
} as const satisfies Record<string, FieldWords>;

export const whoFacts = {
  name: { label: 'Name', ask: 'Name', column: 'the whole name' },
  credentials: {
    label: 'Credentials',
    ask: 'Letters after your name',
    hint: 'Such as PhD, LMHC. Several with commas.',
    column: 'the letters behind the name',
  },
  discipline: {
    label: 'Discipline',
    ask: 'Profession',
    hint: 'Associates choose the profession that they are licensed toward, and name their supervisor under “Proof”.',
    column: 'the profession, or the letters of a license: LCSW, psychologist',
    choices: labelsOf(disciplineIds, (id) => disciplines[id].label),
  },
  npi: {
    label: 'NPI',
    ask: 'NPI number, if you have one',
    hint: 'Ten digits. It helps us to tell you from others of your name.',
    column: 'the NPI, ten digits',
  },
  pronouns: { label: 'Pronouns', ask: 'Pronouns, if you like', column: '' },
  languages: {
    label: 'Languages',
    ask: 'Languages in which you treat',
    column: 'English; Spanish',
    choices: labelsOf(languageIds, (id) => languages[id].label),
  },
  about: {
    label: 'In their own words',
    ask: 'About you and your work',
    hint: 'At most 2,000 characters.',
    column: 'what patients read first',
    api: 'In their own words; several paragraphs.',
  },
  'contact.phone': {
    label: 'Phone',
    ask: 'Phone',
    hint: '(555) 555-0123',
    column: 'the public phone number, without an extension',
  },
  'contact.email': {
    label: 'E-mail for patients',
    ask: 'E-mail for patients',
    column: 'the public e-mail address',
  },
  'contact.web': { label: 'Website', ask: 'Website', column: 'the website' },
} as const satisfies Record<string, FactWords | ChoiceFactWords>;

export const whoFilters = {
  language: {
    legend: 'Language',
    without: 'in any language',
    parameter: 'Language of the work.',
  },
} as const satisfies Record<string, FilterWords>;
