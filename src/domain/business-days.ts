import { addDays, type Day, dayNumber } from './calendar.js';

/**
 * The days off of the federal government of the United States, as they are kept: one that falls on a Saturday is kept on the Friday
 * before, one on a Sunday on the Monday after (5 U.S.C. 6103). The first of January may so be kept in the year before.
 */
export function federalHolidays(year: number): Day[] {
  const fixed = ['01-01', '06-19', '07-04', '11-11', '12-25'].map((day) => observed(`${year}-${day}`));
  return [
    ...fixed,
    weekday(year, 1, MONDAY, 3), // Martin Luther King, Jr.
    weekday(year, 2, MONDAY, 3), // Washington
    lastMonday(year, 5), // Memorial Day
    weekday(year, 9, MONDAY, 1), // Labor Day
    weekday(year, 10, MONDAY, 2), // Columbus Day
    weekday(year, 11, THURSDAY, 4), // Thanksgiving
  ].sort();
}

/** Monday to Friday, but no federal holiday. */
export function isBusinessDay(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  return !isWeekend(day) && ![year, year + 1].some((one) => federalHolidays(one).includes(day));
}

/** The day that many business days after `from`, which itself does not count. */
export function addBusinessDays(from: Day, days: number): Day {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) left--;
  }
  return day;
}

const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;
const SUNDAY = 0;

/** 0 is Sunday; 1970-01-01 was a Thursday. */
const weekdayOf = (day: Day) => (dayNumber(day) + THURSDAY) % 7;
const isWeekend = (day: Day) => [SATURDAY, SUNDAY].includes(weekdayOf(day));

function observed(day: Day): Day {
  if (weekdayOf(day) === SATURDAY) return addDays(day, -1);
  return weekdayOf(day) === SUNDAY ? addDays(day, 1) : day;
}

const pad = (number: number) => String(number).padStart(2, '0');

/** The first, second … Monday (or another day of the week) of a month. */
function weekday(year: number, month: number, wanted: number, which: number): Day {
  const first = `${year}-${pad(month)}-01`;
  const ahead = (wanted - weekdayOf(first) + 7) % 7;
  return addDays(first, ahead + 7 * (which - 1));
}

function lastMonday(year: number, month: number): Day {
  const fifth = weekday(year, month, MONDAY, 5);
  return fifth.slice(5, 7) === pad(month) ? fifth : addDays(fifth, -7);
}
