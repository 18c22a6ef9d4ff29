import type { Day, Instant } from '../domain/calendar.js';
import { weekdayLabel } from '../wording/dates.js';

/** What a person typed, with its own lines, without invisible characters. */
export function lines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** "Monday, March 2, 2026"; empty when that is not a day. */
export function dayInWords(day: Day | Instant | undefined): string {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(day) || Number.isNaN(Date.parse(day))) return '';
  return weekdayLabel(day);
}
