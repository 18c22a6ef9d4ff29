import { linksIn } from './links-in.js';
import type { OutboxEmail } from './outbox-emails.js';
import type { Seen, Site } from './site.js';
import type { Visitor } from './visitor.js';

/** Asks for a link as a person does, and answers the letters that came to that address then. */
export async function askForLink(
  site: Site,
  visitor: Visitor,
  email: string,
  page = '/sign-in',
): Promise<OutboxEmail[]> {
  const before = (await site.emails()).length;
  await visitor.submit(await visitor.get(page), { fill: { email } });
  return (await site.emails()).slice(before).filter(({ to }) => to.includes(email));
}

/** The path of the newest letter's link. */
export function linkOf(queuedEmails: readonly OutboxEmail[]): string {
  const link = queuedEmails.at(-1) && linksIn(queuedEmails.at(-1)!)[0];
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
