import type { Day } from '../calendar.js';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const fullMonths = /^(january|february|march|april|june|july|august|september|october|november|december)$/i;

/**
 * The day that a text means as people in the US write it: the month first (`5/31/27`, `05-31-2027`), the year first (`2027-5-31`) or
 * in words (`May 31, 2027`, `31-May-27`); `null` for any other text. The schema decides whether there is such a day.
 */
export function dayIn(text: string): Day | null {
  const typed = text.trim();
  return fromNumbers(typed) ?? fromWords(typed);
}

function fromNumbers(typed: string): Day | null {
  const byYear = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (byYear) return dayOf(byYear[1]!, byYear[2]!, byYear[3]!);
  const american = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(typed);
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

function dayOfWords(year: string, word: string, day: string): Day | null {
  const known = word.length === 3 || /^sept$/i.test(word) || fullMonths.test(word);
  const month = known ? months.indexOf(word.slice(0, 3).toLowerCase()) + 1 : 0;
  return month === 0 ? null : dayOf(year, String(month), day);
}

function dayOf(year: string, month: string, day: string): Day {
  // Two digits mean 1980 to 2079: no license ends, and no caseload was counted, before 1980.
  const century = year.length === 4 ? '' : Number(year) >= 80 ? '19' : '20';
  return `${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
