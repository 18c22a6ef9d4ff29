/*
 * How people in the US write things, turned into how we keep them. What makes no sense is handed on as it was typed: the schema behind
 * it says what is wanted.
 */

/** `$1,200`, `1200.00` or `180/hr` in whole dollars. */
export function dollarsTyped(text: string): unknown {
  const found =
    /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.00?)?\s*(?:\/\s*(?:h|hr|hour|session)|dollars|usd)?\.?$/i.exec(
      text.trim(),
    );
  return found === null ? text : wholeTyped(found[1]!);
}

/** `1,200` or `125 hours`: a whole number, with a word after it at most. */
export function wholeTyped(text: string): unknown {
  const found = /^(?:about |~ ?)?(\d{1,3}(?:,\d{3})+|\d+)(?: ?[a-z]+)?$/i.exec(text.trim());
  return found === null ? text : Number(found[1]!.replaceAll(',', ''));
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `5/31/2027`, `05-31-27`, `May 31, 2027` or `2027-5-31` as a day. */
export function dayTyped(text: string): string {
  const typed = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const american = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(typed);
  if (american) return day(american[3]!, american[1]!, american[2]!);
  const worded = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(typed);
  const month = worded === null ? -1 : months.indexOf(worded[1]!.slice(0, 3).toLowerCase());
  return worded === null || month < 0 ? typed : day(worded[3]!, String(month + 1), worded[2]!);
}

function day(year: string, month: string, date: string): string {
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** A day as it is written here: 5/31/2027. */
export function dayShown(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(month)}/${Number(date)}/${year}`;
}

/** `(555) 555-0123`, `+1 555.555.0123` as 555-555-0123. */
export function phoneTyped(text: string): string {
  const digits = /^[\d\s().+/-]+$/.test(text) ? text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '') : '';
  return digits.length === 10 ? digits.replace(/^(\d{3})(\d{3})/, '$1-$2-') : text.trim();
}

/** `practice.example` as https://practice.example. */
export function addressTyped(text: string): string {
  const typed = text.trim();
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(typed) ? `https://${typed}` : typed;
}

/** `07102-1234` as 07102: the area, which is all that is asked. */
export const zipTyped = (text: string): string => text.trim().replace(/^(\d{5})[- ]?\d{4}$/, '$1');

/** Digits with blanks or hyphens between them. */
export const digitsTyped = (text: string): string => text.replace(/[\s-]/g, '');
