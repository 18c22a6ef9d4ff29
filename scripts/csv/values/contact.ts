import { isNpi } from '../../../src/domain/npi.js';
import { phoneIn, withScheme } from '../../../src/domain/typed/contact.js';
import { quoted, type Read } from './read.js';

/** A listing has no field for an extension, so it is refused rather than lost. */
export function readPhone(text: string): Read<string> {
  if (/\d\s*(?:,|;)?\s*(?:x|ext|extension|#)\.?\s*\d+\s*$/i.test(text))
    return {
      problem: `${quoted(text)} has an extension: give a number that reaches the therapist directly.`,
    };
  const value = phoneIn(text);
  // No area code and no exchange starts with 0 or 1.
  if (value !== null && /^[2-9]..-[2-9]/.test(value)) return { value };
  return { problem: `${quoted(text)} is no US phone number: write it as 212-555-0123.` };
}

export const readWeb = (text: string): Read<string> => ({ value: withScheme(text) });

/** Drops `mailto:` and the name around an address: `Ana Ruiz <ana@practice.example>`. */
export function readEmail(text: string): Read<string> {
  const address = /<([^<>\s]+)>$/.exec(text)?.[1] ?? text;
  return { value: address.replace(/^mailto:/i, '').trim() };
}

export function readNpi(text: string): Read<string> {
  const digits = text
    .replace(/^npi\b[:# ]*/i, '')
    .replace(/[\s-]/g, '')
    .replace(/\.0$/, '');
  if (isNpi(digits)) return { value: digits };
  const rounded = /e\+?\d+$/i.test(text)
    ? ' The spreadsheet program rounded it: format the column as text.'
    : '';
  return { problem: `${quoted(text)} is no valid NPI: check the ten digits.${rounded}` };
}

/** The five digits of a ZIP code. Adds the leading zeros that spreadsheet programs drop (07102 becomes 7102). */
export function readZip(text: string): Read<string> {
  const found = /^(\d{3,5})(?:\.0)?(?:[- ]?\d{4})?$/.exec(/^\d{9}$/.test(text) ? text.slice(0, 5) : text);
  if (found && (found[1]!.length === 5 || found[1]!.length === text.replace(/\.0$/, '').length))
    return { value: found[1]!.padStart(5, '0') };
  return { problem: `${quoted(text)} is no ZIP code: write its five digits.` };
}
