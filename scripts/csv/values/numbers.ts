import { quoted, type Read } from './read.js';

const WHOLE = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,9})`;
const dollars = new RegExp(
  String.raw`^(?:about |~ ?|usd ?)?\$? ?${WHOLE}(?:\.0{1,2})?(?: ?(?:/|per|an|a) ?(?:h|hr|hour|session)| ?(?:dollars|usd))?\.?$`,
  'i',
);
const whole = new RegExp(String.raw`^(?:about |~ ?)?${WHOLE}(?:\.0{1,2})?(?: ?[a-z]+)?\.?$`, 'i');

/** `$1,200`, `180/hr` or `180.00` as whole dollars. */
export function readDollars(text: string): Read<number> {
  const found = dollars.exec(text);
  if (found) return { value: Number(found[1]!.replaceAll(',', '')) };
  return { problem: `${quoted(text)} is no amount: write whole dollars, such as 180.` };
}

/** `1,200`, `120.0` or `125 hours`: a whole number, with one word after it at most. */
export function readWhole(text: string): Read<number> {
  const found = whole.exec(text);
  if (found) return { value: Number(found[1]!.replaceAll(',', '')) };
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
