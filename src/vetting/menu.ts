import type { Account } from '../web/layout.js';
import { paths } from '../web/paths.js';
import type { Person } from '../web/visit.js';

/** The rooms a reviewer goes between. A page names the one that it belongs to. */
const rooms = [{ room: 'queue', href: paths.review, label: 'Queue' }] as const;

export type Room = (typeof rooms)[number]['room'];

/** The bar on top of every page for reviewers. */
export function reviewAccount({ email, formToken, therapist }: Person, current: Room | null): Account {
  const links = rooms.map(({ room, href, label }) => ({ href, label, current: room === current }));
  const own = therapist === null ? [] : [{ href: paths.practice, label: 'My practice', current: false }];
  return { email, formToken, links: [...links, ...own] };
}
