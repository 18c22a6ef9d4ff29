import type { Account } from './layout.js';
import { paths } from './paths.js';
import type { Person } from './visit.js';

/** The bar on pages for people who are signed in: their address, and links to their own pages. */
export function accountBar(person: Person, current: 'practice' | 'review' | null = null): Account {
  const { email, formToken, therapist, reviewer } = person;
  const links = [
    ...(reviewer === null ? [] : [{ href: paths.review, label: 'Review', current: current === 'review' }]),
    ...(therapist === null
      ? []
      : [{ href: paths.practice, label: 'Your practice', current: current === 'practice' }]),
  ];
  return { email, formToken, links };
}

/** The first page after the sign-in. */
export function ownPath({ reviewer }: Pick<Person, 'reviewer'>): string {
  return reviewer === null ? paths.practice : paths.review;
}
