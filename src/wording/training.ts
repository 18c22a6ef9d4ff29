import type { Training } from '../domain/questions.js';
import { programs } from '../domain/reference/programs.js';
import { trainingKindLabels } from './labels.js';
import { inSentence } from './lists.js';

/** One training in a line. */
export function trainingWords({ program, award, year, hours, kind, mentor }: Training): string {
  const length = hours === null ? '' : `, ${hours} hours`;
  const under = mentor === null ? '' : `, with ${mentor}`;
  return `${programs[program].name}: ${award}${under} (${year}${length}, ${inSentence(trainingKindLabels[kind])})`;
}
