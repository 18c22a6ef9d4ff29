import type { Mode } from '../domain/authority.js';
import type { DosePlace, Presence, Scope } from '../domain/questions.js';
import { type FocusId, focuses } from '../domain/reference/focuses.js';
import { type LanguageId, languages } from '../domain/reference/languages.js';
import { type LineId, lines } from '../domain/reference/lines.js';
import { type PayerId, payers } from '../domain/reference/payers.js';
import { type ProgramId, programs } from '../domain/reference/programs.js';
import { type StateCode, states } from '../domain/reference/states.js';
import type { Choice } from '../search/choices.js';
import type { SearchQuery } from '../search/search-index.js';
import { dosePlaceLabels, modeLabels, presenceLabels, scopeLabels } from './labels.js';

type Words = (value: string, query: SearchQuery) => string;

const words: Partial<Record<keyof SearchQuery, Words>> = {
  q: (value) => `“${value}”`,
  state: (value) => states[value as StateCode].name,
  payer: (value) => payers[value as PayerId].short,
  line: (value) => lines[value as LineId].label,
  scope: (value) => scopeLabels[value as Scope],
  presence: (value) => presenceLabels[value as Presence],
  place: (value) => dosePlaceLabels[value as DosePlace],
  program: (value) => programs[value as ProgramId].short,
  focus: (value) => focuses[value as FocusId].label,
  mode: (value) => modeLabels[value as Mode],
  near: (value, query) => `Within ${query.within} miles of ${value}`,
  accepting: () => 'Accepting new patients',
  own_therapist: () => 'Works alongside your own therapist',
  integration72h: () => 'Integration within 72 hours',
  max_fee: (value) => `Up to $${value} an hour`,
  language: (value) => languages[value as LanguageId].label,
  min_caseload: (value) => `At least ${value} KAP patients`,
  confirmed: (value) => `Confirmed within ${value} days`,
};

/** A chosen filter as its chip says it. */
export function choiceWords({ name, value }: Choice, query: SearchQuery): string {
  return words[name]?.(value, query) ?? value;
}

const dropped: Partial<Record<keyof SearchQuery, string>> = {
  q: 'without your words',
  state: 'in all states',
  payer: 'with any insurance',
  line: 'with any kind of plan',
  scope: 'with any role during the dose',
  presence: 'with any kind of presence',
  place: 'with the dose taken anywhere',
  program: 'with any training',
  focus: 'without the focus',
  near: 'at any distance',
  accepting: 'counting those without room now',
  own_therapist: 'counting those who do not work alongside another therapist',
  integration72h: 'without integration within 72 hours',
  max_fee: 'without the fee limit',
  language: 'in any language',
  min_caseload: 'with any caseload',
  confirmed: 'whenever they were last confirmed',
};

/** What a search without this filter is, after a number: "9 without the fee limit", "3 by telehealth". */
export function withoutWords({ name, value }: Choice): string {
  if (name === 'mode') return value === 'in-person' ? 'by telehealth' : 'in person';
  return dropped[name] ?? 'without it';
}
