import type { Account } from './layout.js';
import { paths } from './paths.js';
import type { Person } from './visit.js';

/** The sections of the review area. A page names the one that it belongs to. */
const sections = [
  { section: 'queue', href: paths.review, label: 'Queue' },
  { section: 'reports', href: paths.reviewReports, label: 'Reports' },
  { section: 'sample', href: paths.reviewSample, label: 'Monthly sample' },
  { section: 'gaps', href: paths.reviewGaps, label: 'Gaps' },
] as const;

export type ReviewSection = (typeof sections)[number]['section'];

/** The bar on top of every page for reviewers. */
export function reviewAccount(
  { email, formToken, therapist }: Person,
  current: ReviewSection | null,
): Account {
  const links = sections.map(({ section, href, label }) => ({ href, label, current: section === current }));
  const own = therapist === null ? [] : [{ href: paths.practice, label: 'My practice', current: false }];
  return { email, formToken, links: [...links, ...own] };
}
