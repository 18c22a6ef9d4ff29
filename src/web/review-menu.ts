import type { Account } from './layout.js';
import { paths } from './paths.js';
import type { Person } from './visit.js';

/** The rooms a reviewer goes between. A page names the one that it belongs to. */
const rooms = [
  { room: 'queue', href: paths.review, label: 'Queue' },
  { room: 'reports', href: paths.reviewReports, label: 'Reports' },
  { room: 'sample', href: paths.reviewSample, label: 'Monthly sample' },
  { room: 'gaps', href: paths.reviewGaps, label: 'Gaps' },
] as const;

export type Room = (typeof rooms)[number]['room'];

/** The bar on top of every page for reviewers. */
export function reviewAccount({ email, formToken, therapist }: Person, current: Room | null): Account {
  const links = rooms.map(({ room, href, label }) => ({ href, label, current: room === current }));
  const own = therapist === null ? [] : [{ href: paths.practice, label: 'My practice', current: false }];
  return { email, formToken, links: [...links, ...own] };
}
