/** What differs from run to run, or with every change of an asset, and its replacement. */
const replacements: readonly [RegExp, string][] = [
  [/https?:\/\/(127\.0\.0\.1|localhost):\d+/g, 'http://site'],
  [/\b(127\.0\.0\.1|localhost):\d+/g, 'site'],
  [/(\/assets\/[\w-]+)\.[0-9a-f]{12}\./g, '$1.'],
  [/(\/sign-in\/)(?!sent\b)[\w.~-]{8,}/g, '$1TOKEN'],
  [/(\/confirm\/)[\w.~-]{8,}/g, '$1TOKEN'],
  [/(\/r\/)[\w.~-]{8,}/g, '$1TOKEN'],
  [/(\/(?:end|made)\/)[\w.~-]{8,}/g, '$1TOKEN'],
  [/(request\d{8})+/g, 'ID'],
];

/** The text without what is another at each run. */
export function clean(text: string): string {
  return replacements.reduce((told, [pattern, instead]) => told.replace(pattern, instead), text);
}

/** Blanks folded, but not those that hold words together. */
export const folded = (text: string) => text.replace(/[ \t\r\n\f]+/g, ' ');
