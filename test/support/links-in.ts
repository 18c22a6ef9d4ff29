import type { OutboxEmail } from './outbox-emails.js';

/** The links of an email, as paths of the site. */
export function linksIn({ text }: Pick<OutboxEmail, 'text'>): string[] {
  return [...text.matchAll(/https?:\/\/[^\s/]+(\/\S*)/g)].map(([, path = '']) => path);
}
