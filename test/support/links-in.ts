import type { OutboxLetter } from './outbox-letters.js';

/** The links of a letter, as paths of the site. */
export function linksIn({ text }: Pick<OutboxLetter, 'text'>): string[] {
  return [...text.matchAll(/https?:\/\/[^\s/]+(\/\S*)/g)].map(([, path = '']) => path);
}
