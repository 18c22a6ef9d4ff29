import { type Day, dayNumber, type Instant } from '../domain/calendar.js';

const inUtc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
const longDay = inUtc({ dateStyle: 'long' });
const fullDay = inUtc({ dateStyle: 'full' });
const longMonth = inUtc({ month: 'long', year: 'numeric' });
const dateOf = (day: Day | Instant) => new Date(dayNumber(day) * 86_400_000);

/** "March 2, 2026". */
export const dayLabel = (day: Day | Instant): string => longDay.format(dateOf(day));

/** "Monday, March 2, 2026". */
export const weekdayLabel = (day: Day | Instant): string => fullDay.format(dateOf(day));

/** "March 2026", of a month such as `2026-03`. */
export const monthLabel = (month: string): string => longMonth.format(dateOf(`${month}-01`));

/** "today", "yesterday", "12 days ago". */
export function daysAgo(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
