import { z } from 'zod';

/** A calendar day in UTC, `YYYY-MM-DD`. Days compare correctly as text. */
export type Day = string;

/** A moment in UTC as ISO 8601 text, e.g. `2026-03-01T14:05:00.000Z`. Instants compare correctly as text. */
export type Instant = string;

const DAY = 'Give a date as year-month-day, such as 2026-05-31.';

/** A real day of a year that can be compared as text. */
export const daySchema = z.iso.date(DAY).refine((day) => day >= '1900' && day < '2200', DAY);

/** Always with milliseconds: without them, 09:00:00Z would come after 09:00:00.500Z. */
export const instantSchema = z.iso.datetime({
  precision: 3,
  error: 'Give a moment in UTC, such as 2026-05-31T09:00:00.000Z.',
});

/** The current time. It is passed in everywhere, so that tests and the demonstration can choose their day. */
export interface Clock {
  now(): Date;
}

export const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a day or of the day an instant falls on. */
export function dayNumber(day: Day | Instant): number {
  return Math.floor(Date.parse(day.length > 10 ? day : `${day}T00:00:00Z`) / MS_PER_DAY);
}

/** The day with this number; the inverse of {@link dayNumber}. */
export function dayFromNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

export function toDay(moment: Date): Day {
  return moment.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day | Instant, to: Day | Instant): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(day: Day | Instant, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** A clock that is some days ahead of another (the machine's own unless given), to see tomorrow's directory. */
export function offsetClock(days: number, clock: Clock = { now: () => new Date() }): Clock {
  return { now: () => new Date(clock.now().getTime() + days * MS_PER_DAY) };
}
