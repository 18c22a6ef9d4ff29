import { dollarsIn, wholeIn } from '../../../src/domain/typed/amount.js';
import { quoted, type Read } from './read.js';

/** Whole dollars, “about” or not. */
export function readDollars(text: string): Read<number> {
  const value = dollarsIn(text.replace(/^(?:about |~)/i, ''));
  if (value !== null) return { value };
  return { problem: `${quoted(text)} is no amount: write whole dollars, such as 180.` };
}

export function readWhole(text: string): Read<number> {
  const value = wholeIn(text);
  if (value !== null) return { value };
  return { problem: `${quoted(text)} is no number: write a whole number, such as 12.` };
}

const weeks: readonly [RegExp, number][] = [
  [/^(none|no wait|now|immediate(ly)?)$/i, 0],
  [/^a week$/i, 1],
];

/** A wait in weeks; months count as four, as people say them. */
export function readWeeks(text: string): Read<number> {
  const said = weeks.find(([words]) => words.test(text));
  if (said) return { value: said[1] };
  const found = /^(?:about |~ ?)?(\d{1,3})(?:\.0)? ?(w|wks?|weeks?|mos?|months?)?\.?$/i.exec(text);
  if (found === null) return { problem: `${quoted(text)} is no wait: write it in weeks, such as 3.` };
  return { value: Number(found[1]) * (/^m/i.test(found[2] ?? '') ? 4 : 1) };
}
