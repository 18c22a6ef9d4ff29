import type { Basis, Mode } from '../domain/authority.js';
import { type Day, dayNumber, type Instant } from '../domain/calendar.js';
import type { CoveredPart } from '../domain/coverage.js';
import type { FindingResult } from '../domain/findings.js';
import type { DosePlace, Presence, QuestionId, Role, Scope } from '../domain/questions.js';
import type { AgeId } from '../domain/reference/ages.js';
import type { TrainingKind } from '../domain/reference/programs.js';

/** The words in which patients read our terms; American spelling, as they write it. */
export const scopeLabels: Record<Scope, string> = {
  'in-session': 'With you during the session',
  'preparation-and-integration': 'Preparation and integration only',
};
export const presenceLabels: Record<Presence, string> = {
  room: 'In the room',
  video: 'On video',
  phone: 'By phone',
};
export const dosePlaceLabels: Record<DosePlace, string> = {
  home: 'At your home',
  'therapist-office': 'In the office of the therapist',
  'medical-clinic': 'In a medical clinic',
};
export const roleLabels: Record<Role, string> = {
  silent: 'Present and silent',
  light: 'Lightly guiding',
  active: 'Actively facilitating',
};
export const modeLabels: Record<Mode, string> = { 'in-person': 'In person', telehealth: 'Telehealth' };
export const basisLabels: Record<Basis, string> = {
  license: 'State license',
  'telehealth-registration': 'Telehealth registration (no in-person care)',
  'counseling-compact': 'Counseling Compact privilege',
  psypact: 'PSYPACT (telehealth only)',
};
export const coveredPartLabels: Record<CoveredPart, string> = {
  'preparation-and-integration': 'Preparation and integration visits',
  'dosing-session-too': 'Preparation, integration and the dosing session',
  ask: 'Ask which visits are covered',
};
export const ageLabels: Record<AgeId, string> = {
  adolescents: 'Adolescents',
  adults: 'Adults',
  'older-adults': 'Older adults',
};
export const trainingKindLabels: Record<TrainingKind, string> = {
  didactic: 'Lectures and reading',
  experiential: 'Experiential',
  'supervised-practice': 'Supervised practice',
};
export const findingLabels: Record<FindingResult, string> = {
  verified: 'Verified',
  'self-reported': 'Self-reported',
  'not-shown': 'Not shown',
};

/** The five questions in our words: a heading, what to say on the phone, and why it is asked. */
export const questions: Record<QuestionId, { title: string; ask: string; why: string }> = {
  training: {
    title: 'Training',
    ask: 'Which KAP training have you completed, and when?',
    why: 'A named program with a certificate can be checked. A weekend lecture and a year with supervised sessions are not the same thing.',
  },
  caseload: {
    title: 'Recent caseload',
    ask: 'How many KAP patients have you worked with in the last twelve months?',
    why: 'Skill in this work comes with practice, and practice fades. A small number is no fault, if the therapist says so.',
  },
  scope: {
    title: 'Scope',
    ask: 'Are you with me during the session, or do you do preparation and integration only?',
    why: 'Both are good ways to work. You need to know which one you are getting, and who is with you while the medicine works.',
  },
  'difficult-material': {
    title: 'Difficult material',
    ask: 'What do you do when intense emotion, a strong reaction of the body or a flashback comes up?',
    why: 'Hard moments are part of the work. A therapist who has met them can tell you, in plain words, what they do.',
  },
  coordination: {
    title: 'Coordination',
    ask: 'Are you in contact with the doctor who prescribes, and how?',
    why: 'When something notable happens between sessions, therapist and prescriber should hear it from each other, not only from you.',
  },
};

const longDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const dollarFigure = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});

/** "March 2, 2026". */
export const dayLabel = (day: Day | Instant): string => longDay.format(new Date(dayNumber(day) * 86_400_000));
/** "$1,200". */
export const dollars = (amount: number): string => dollarFigure.format(amount);
/** "1,204", of a whole number. By hand, because `Intl` takes as long for one figure as a page has time for twenty. */
export function figure(number: number): string {
  return number < 1000 ? String(number) : String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** "1 therapist", "1,204 therapists". */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${figure(number)} ${number === 1 ? one : many}`;

/** "today", "yesterday", "12 days ago". */
export function daysAgo(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** "a, b and c". */
export function listed(words: readonly string[], joiner = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)}`;
}

/** The first letter made small, for a label inside a sentence; abbreviations stay. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z ]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label;
}
