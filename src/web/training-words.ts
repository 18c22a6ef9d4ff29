import type { Training } from '../domain/five-questions.js';
import { programmes } from '../domain/reference/programmes.js';
import { inSentence, trainingKindLabels } from './labels.js';

/** One training in a line. */
export function trainingWords({ programme, award, year, hours, kind, mentor }: Training): string {
  const length = hours === null ? '' : `, ${hours} hours`;
  const under = mentor === null ? '' : `, with ${mentor}`;
  return `${programmes[programme].name}: ${award}${under} (${year}${length}, ${inSentence(trainingKindLabels[kind])})`;
}
