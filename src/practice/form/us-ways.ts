import { dollarsIn, wholeIn } from '../../domain/typed/amount.js';
import { phoneIn, withScheme } from '../../domain/typed/contact.js';
import { dayIn } from '../../domain/typed/day.js';

/*
 * Reads how people in the US write things. Text that makes no sense is returned as typed: the schema reports what is wrong.
 */

export const dollarsTyped = (text: string): unknown => dollarsIn(text) ?? text;
export const wholeTyped = (text: string): unknown => wholeIn(text) ?? text;
/** The message for an invalid day, in the format that the form asks for. */
export const DAY_WANTED = 'Give a date as month/day/year, such as 5/31/2027.';

export const dayTyped = (text: string): string => dayIn(text) ?? text.trim();
export const phoneTyped = (text: string): string => phoneIn(text) ?? text.trim();
export const addressTyped = withScheme;

/** A day in US format: 5/31/2027. */
export function dayShown(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(month)}/${Number(date)}/${year}`;
}

/** `07102-1234` as 07102. */
export const zipTyped = (text: string): string => text.trim().replace(/^(\d{5})[- ]?\d{4}$/, '$1');

/** Digits without the blanks or hyphens between them. */
export const digitsTyped = (text: string): string => text.replace(/[\s-]/g, '');
