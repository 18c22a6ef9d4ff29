import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The stylesheets and the files each is put together from, in the order of the cascade: what is general first. Pages of people who are
 * signed in link both; public pages do not carry the rules of forms and reviews.
 */
const parts = {
  'site.css': [
    ...['base', 'layout', 'forms', 'tables', 'cards', 'home', 'results', 'profile', 'learn', 'checklist'],
    ...['print', 'shortlist', 'compare', 'sheet', 'api', 'referral'],
  ],
  'signed-in.css': ['account', 'practice', 'review'],
} as const;

/**
 * Reads the stylesheets out of the files in `folder`, by name.
 * @throws Error when a file is missing, or is in no stylesheet
 */
export function readStylesheets(folder: string): Map<string, Buffer> {
  const known = new Set<string>(Object.values(parts).flatMap((names) => names.map((name) => `${name}.css`)));
  const stray = readdirSync(folder).find((file) => !known.has(file));
  if (stray !== undefined) throw new Error(`The style file ${stray} is in no stylesheet.`);
  return new Map(
    Object.entries(parts).map(([sheet, names]) => [
      sheet,
      Buffer.from(names.map((name) => shrink(readFileSync(join(folder, `${name}.css`), 'utf8'))).join('')),
    ]),
  );
}

/** The rules without comments and indentation. */
const shrink = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trimStart();
