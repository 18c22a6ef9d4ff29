import { linksIn } from './links-in.js';
import type { OutboxEmail } from './outbox-emails.js';
import type { Seen, Site } from './site.js';
import type { Visitor } from './visitor.js';

/** Requests a link in the form, and returns the new emails to that address. */
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

/** The path of the link in the newest email. */
export function linkOf(emails: readonly OutboxEmail[]): string {
  const link = emails.at(-1) && linksIn(emails.at(-1)!)[0];
  if (link === undefined) throw new Error('There is no email with a link.');
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
