/** What separates the items of a cell: always a semicolon, a bar or a new line, and more where no item can contain it. */
const always = /[;|\n\r]+/;
const commas = /[;,|\n\r]+/;
const loose = /[;,|\n\r/&]+|\band\b/i;

const split = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Returns the items of a cell. */
export type Split = (text: string) => string[];

export const bySemicolons: Split = (text) => split(text, always);

/** Commas in parentheses do not separate: “Persian (Farsi, Dari)”. */
export const byCommas: Split = (text) =>
  split(
    text.replace(/\([^()]*\)/g, (inner) => inner.replaceAll(',', '\0')),
    commas,
  ).map((item) => item.replaceAll('\0', ','));

/** For states, also “NJ/NY”, “NJ & NY”, “NJ and NY”. */
export const byAnything: Split = (text) => split(text, loose);

/** Commas separate too, unless the whole text is one item (“May 31, 2027”). */
export function unlessWhole(isWhole: (text: string) => boolean): Split {
  return (text) => bySemicolons(text).flatMap((part) => (isWhole(part) ? [part] : byCommas(part)));
}
