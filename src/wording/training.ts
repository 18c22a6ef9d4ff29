import type { Training } from '../domain/questions.js';
import { programs } from '../domain/reference/programs.js';
import { inShort } from './in-short.js';
import { trainingKindLabels } from './labels.js';
import { inSentence } from './lists.js';

/** Longest texts in a column, in characters. */
const MOST_AWARD = 60;
const MOST_MENTOR = 40;
const MOST_TRAININGS = 3;
/** Longest award in a line. */
const MOST_AWARD_IN_LINE = 80;

/** One training in full. */
export function trainingWords({ program, award, year, hours, kind, mentor }: Training): string {
  const length = hours === null ? '' : `, ${hours} hours`;
  const under = mentor === null ? '' : `, with ${mentor}`;
  return `${programs[program].name}: ${award}${under} (${year}${length}, ${inSentence(trainingKindLabels[kind])})`;
}

/** Trainings in a column, one a line. */
export function trainingsInShort(training: readonly Training[]): string[] {
  if (training.length <= MOST_TRAININGS) return training.map(trainingInShort);
  const first = training.slice(0, MOST_TRAININGS - 1).map(trainingInShort);
  return [...first, `and ${training.length - first.length} more on the profile`];
}

/**
 * "Fluence: Postgraduate Certificate in KAP (2023, 125 hours)". Where there is something to know about the program, it takes the place of
 * the award: it must not be what is cut off on paper.
 */
function trainingInShort({ program, award, year, hours, mentor }: Training): string {
  const { short, caution } = programs[program];
  const facts = [
    String(year),
    hours === null ? '' : `${hours} hours`,
    mentor === null ? '' : `with ${inShort(mentor, MOST_MENTOR)}`,
  ];
  const known = facts.filter((fact) => fact !== '').join(', ');
  return caution === undefined
    ? `${short}: ${inShort(award, MOST_AWARD)} (${known})`
    : `${short} (${known}). ${caution}`;
}

/** All trainings in a line: the first, and how many more there are. Empty without any. */
export function trainingInALine(training: readonly Training[]): string {
  // A training that comes with a caution, such as one for another medicine, is not named first.
  const cautioned = (given: Training) => Number(programs[given.program].caution !== undefined);
  const [first, ...more] = [...training].sort((a, b) => cautioned(a) - cautioned(b));
  if (first === undefined) return '';
  const hours = first.hours === null ? '' : `, ${first.hours} hours`;
  const others = more.length === 0 ? '' : `, and ${more.length} more`;
  return `${programs[first.program].short}: ${inShort(first.award, MOST_AWARD_IN_LINE)} (${first.year}${hours})${others}`;
}
