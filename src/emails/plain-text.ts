import { type Day, dayNumber, type Instant } from '../domain/calendar.js';

/** What somebody typed, as one line: no line end of theirs becomes one of the letter, or of its headers. */
export function oneLine(text: string, most = 120): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length <= most ? line : `${[...line].slice(0, most - 1).join('')}…`;
}

/** What somebody typed, in lines of its own, without signs that cannot be seen. */
export function lines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const longDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });

/** "Monday, March 2, 2026"; empty where that is no day. */
export function dayInWords(day: Day | Instant | undefined): string {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(day) || Number.isNaN(Date.parse(day))) return '';
  return longDay.format(new Date(dayNumber(day) * 86_400_000));
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
