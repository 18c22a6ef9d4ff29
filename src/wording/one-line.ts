/** What somebody typed, as one line of `most` characters at most, so that it cannot begin a line of its own in an email or its headers. */
export function oneLine(text: string, most = 120): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length <= most ? line : `${[...line].slice(0, most - 1).join('')}…`;
}
