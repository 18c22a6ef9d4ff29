import { addDays, type Day, dayNumber } from './calendar.js';

/** Monday is 1, Sunday 7. 1970-01-01 was a Thursday. */
const weekday = (day: Day) => ((dayNumber(day) + 3) % 7) + 1;

/** The nth such weekday of a month; -1 is the last. */
function nth(year: number, month: number, which: number, n: number): Day {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  if (n > 0) return addDays(first, ((which - weekday(first) + 7) % 7) + 7 * (n - 1));
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const last = addDays(next, -1);
  return addDays(last, -((weekday(last) - which + 7) % 7));
}

/** A holiday on a Saturday is observed on the Friday before, one on a Sunday on the Monday after. */
function observed(day: Day): Day {
  if (weekday(day) === 6) return addDays(day, -1);
  return weekday(day) === 7 ? addDays(day, 1) : day;
}

/** The federal holidays on the days on which they are observed: 5 U.S.C. 6103. */
function holidaysOf(year: number): Day[] {
  const fixed = [`${year}-01-01`, `${year}-06-19`, `${year}-07-04`, `${year}-11-11`, `${year}-12-25`];
  return [
    ...[...fixed, `${year + 1}-01-01`].map(observed),
    nth(year, 1, 1, 3),
    nth(year, 2, 1, 3),
    nth(year, 5, 1, -1),
    nth(year, 9, 1, 1),
    nth(year, 10, 1, 2),
    nth(year, 11, 4, 4),
  ];
}

/** Whether the day is a weekday that is not a US federal holiday. */
export function isBusinessDay(day: Day): boolean {
  return weekday(day) <= 5 && !holidaysOf(Number(day.slice(0, 4))).includes(day);
}

/** The day that is so many business days after `day`. */
export function addBusinessDays(day: Day, days: number): Day {
  let reached = day;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (isBusinessDay(reached)) left--;
  }
  return reached;
}

/** The number of business days after `from`, up to and including `to`; 0 when `to` is not later. */
export function businessDaysBetween(from: Day, to: Day): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isBusinessDay(day)) days++;
  return days;
}
