/** A typed text as one line of at most `most` characters, so that it cannot start a new line in an email or its headers. */
export function oneLine(text: string, most = 120): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length <= most ? line : `${[...line].slice(0, most - 1).join('')}…`;
}
