import { addDays, type Day, daySchema } from '../../../src/domain/calendar.js';
import { quoted, type Read } from './read.js';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Day 0 of spreadsheet programs, as they count since their first one took 1900 for a leap year. */
const SERIAL_ZERO = '1899-12-30';
/** The years 1954 to 2119: other whole numbers are no days that anybody means. */
const SERIALS = [20_000, 80_300] as const;

/**
 * The day that a cell of a spreadsheet means, as written in the US (`5/31/27`, `05-31-2027`), by the year (`2027-05-31`), in words
 * (`May 31, 2027`, `31-May-27`) or as the number that a spreadsheet program keeps. A time behind it is dropped.
 */
export function readDay(text: string): Read<Day> {
  const typed = text.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)? ?([ap]\.?m\.?|Z)?$/i, '').trim();
  const day = fromNumbers(typed) ?? fromWords(typed) ?? fromSerial(typed);
  if (day !== null && daySchema.safeParse(day).success) return { value: day };
  return { problem: `${quoted(text)} is no day: write it as 5/31/2027, the month first.` };
}

function fromNumbers(typed: string): Day | null {
  const byYear = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (byYear) return dayOf(byYear[1]!, byYear[2]!, byYear[3]!);
  const american = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(typed);
  return american && dayOf(american[3]!, american[1]!, american[2]!);
}

function fromWords(typed: string): Day | null {
  const weekday = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?/i;
  const rest = typed.replace(weekday, '');
  const monthFirst = /^([a-z]{3,9})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4}|\d{2})$/i.exec(rest);
  if (monthFirst) return dayOfWords(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/i.exec(rest);
  return dayFirst && dayOfWords(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
}

function fromSerial(typed: string): Day | null {
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(typed);
  const number = Number(serial?.[1] ?? 0);
  return number >= SERIALS[0] && number <= SERIALS[1] ? addDays(SERIAL_ZERO, number) : null;
}

function dayOfWords(year: string, word: string, day: string): Day | null {
  const full = /^(january|february|march|april|may|june|july|august|september|october|november|december)$/i;
  const short = word.slice(0, 3).toLowerCase();
  const known = full.test(word) || word.length === 3 || /^sept$/i.test(word);
  const month = known ? months.indexOf(short) + 1 : 0;
  return month === 0 ? null : dayOf(year, String(month), day);
}

function dayOf(year: string, month: string, day: string): Day {
  // Two digits: nobody's licence ends, and nobody's caseload was counted, before 1980.
  const century = year.length === 4 ? '' : Number(year) >= 80 ? '19' : '20';
  return `${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
