import { dollarsIn, wholeIn } from '../../domain/typed/amount.js';
import { phoneIn, withScheme } from '../../domain/typed/contact.js';
import { dayIn } from '../../domain/typed/day.js';

/*
 * How people in the US write things, turned into how we keep them. What makes no sense is handed on as it was typed: the schema behind
 * it says what is wanted.
 */

export const dollarsTyped = (text: string): unknown => dollarsIn(text) ?? text;
export const wholeTyped = (text: string): unknown => wholeIn(text) ?? text;
/** Said of a day that is none: as the form itself asks for it. */
export const DAY_WANTED = 'Give a date as month/day/year, such as 5/31/2027.';

export const dayTyped = (text: string): string => dayIn(text) ?? text.trim();
export const phoneTyped = (text: string): string => phoneIn(text) ?? text.trim();
export const addressTyped = withScheme;

/** A day as it is written here: 5/31/2027. */
export function dayShown(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(month)}/${Number(date)}/${year}`;
}

/** `07102-1234` as 07102: the area, which is all that is asked. */
export const zipTyped = (text: string): string => text.trim().replace(/^(\d{5})[- ]?\d{4}$/, '$1');

/** Digits with blanks or hyphens between them. */
export const digitsTyped = (text: string): string => text.replace(/[\s-]/g, '');
