/** What stands between the items of a cell: a semicolon, a bar or a new line always; more where no single item can hold it. */
const always = /[;|\n\r]+/;
const commas = /[;,|\n\r]+/;
const loose = /[;,|\n\r/&]+|\band\b/i;

const split = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** The items of a cell that may hold several. */
export type Split = (text: string) => string[];

export const bySemicolons: Split = (text) => split(text, always);

/** Commas that stand in brackets are no ends: “Persian (Farsi, Dari)”. */
export const byCommas: Split = (text) =>
  split(
    text.replace(/\([^()]*\)/g, (inner) => inner.replaceAll(',', '\0')),
    commas,
  ).map((item) => item.replaceAll('\0', ','));

/** Of states also “NJ/NY”, “NJ & NY”, “NJ and NY”. */
export const byAnything: Split = (text) => split(text, loose);

/** By commas too, unless all of it is one thing (“May 31, 2027”). */
export function unlessWhole(isWhole: (text: string) => boolean): Split {
  return (text) => bySemicolons(text).flatMap((part) => (isWhole(part) ? [part] : byCommas(part)));
}
