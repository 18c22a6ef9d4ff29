import { addDays, type Day, daySchema } from '../../../src/domain/calendar.js';
import { dayIn } from '../../../src/domain/typed/day.js';
import { quoted, type Read } from './read.js';

/** Day 0 of spreadsheet programs. It is one day early because they treat 1900 as a leap year. */
const SERIAL_ZERO = '1899-12-30';
/** The years 1954 to 2119. Other whole numbers are not meant as days. */
const SERIALS = [20_000, 80_300] as const;

/** The day in a cell, as people write it or as a spreadsheet program's number. A time after it is dropped. */
export function readDay(text: string): Read<Day> {
  const typed = text.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)? ?([ap]\.?m\.?|Z)?$/i, '').trim();
  const day = dayIn(typed) ?? fromSerial(typed);
  if (day !== null && daySchema.safeParse(day).success) return { value: day };
  return { problem: `${quoted(text)} is no day: write it as 5/31/2027, the month first.` };
}

function fromSerial(typed: string): Day | null {
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(typed);
  const number = Number(serial?.[1] ?? 0);
  return number >= SERIALS[0] && number <= SERIALS[1] ? addDays(SERIAL_ZERO, number) : null;
}
