import { linksIn } from './links-in.js';
import type { OutboxLetter } from './outbox-letters.js';
import type { Seen, Site } from './site.js';
import type { Visitor } from './visitor.js';

/** Asks for a link as a person does, and answers the letters that came to that address then. */
export async function askForLink(
  site: Site,
  visitor: Visitor,
  email: string,
  page = '/sign-in',
): Promise<OutboxLetter[]> {
  const before = (await site.letters()).length;
  await visitor.submit(await visitor.get(page), { fill: { email } });
  return (await site.letters()).slice(before).filter(({ to }) => to.includes(email));
}

/** The path of the newest letter's link. */
export function linkOf(letters: readonly OutboxLetter[]): string {
  const link = letters.at(-1) && linksIn(letters.at(-1)!)[0];
  if (link === undefined) throw new Error('There is no letter with a link.');
  return link;
}

/** Signs in by mail, from the form to the button. */
export async function signInByMail(
  site: Site,
  visitor: Visitor,
  email: string,
  page?: string,
): Promise<Seen> {
  const link = linkOf(await askForLink(site, visitor, email, page));
  return visitor.submit(await visitor.get(link));
}
