import { paths, searchPath, withParams } from '../../web/paths.js';
import {
  canBeSlug,
  MOST_PICKED,
  type Need,
  needParams,
  type Shortlist,
  withPicks,
} from '../../web/shortlist.js';
import type { Toggle } from '../../web/view-helpers.js';
import { counted } from '../../wording/numbers.js';

/** A shortlist on a page that links on with it. */
export interface OnPage {
  list: Shortlist;
  need: Need;
  /** The address of this same page with these on the list. */
  here(slugs: readonly string[]): string;
}

export const slugsOf = ({ listings }: Shortlist): string[] => listings.map(({ slug }) => slug);

/** Whether a page says anything of a shortlist that its address did not say to everybody. */
export const isNamed = ({ listings, unlisted }: Shortlist): boolean =>
  listings.length > 0 || unlisted.length > 0;

/** The bar that shows how many are picked, and what can be done with them. */
export function shortlistShown({ list, need, here }: OnPage) {
  const slugs = slugsOf(list);
  return {
    any: slugs.length > 0,
    count: `${slugs.length} of ${MOST_PICKED}`,
    people: list.listings.map(({ slug, profile }) => ({
      name: profile.name,
      href: withParams(paths.therapist(slug), carried(need, slugs)),
      remove: here(slugs.filter((other) => other !== slug)),
    })),
    clear: here([]),
    notices: noticesOf(list),
    gone: goneOf(list),
    ...waysOn(need, slugs),
  };
}

/** Where a shortlist leads. */
export function waysOn(need: Need, slugs: readonly string[]) {
  const params = carried(need, slugs);
  return {
    compare: withParams(paths.compare, params),
    referral: withParams(paths.newReferral, params),
    more: searchPath(params),
  };
}

/** What the links of a page carry along: nothing while the list is empty, so that a page has one address for everybody. */
export function carried(need: Need, slugs: readonly string[]): URLSearchParams {
  return slugs.length === 0 ? new URLSearchParams() : withPicks(needParams(need), slugs);
}

/** Makes the link that adds a therapist to the list of this page, or removes them, and returns to the same place on it. */
export function toggles({ list, here }: OnPage): (slug: string) => Toggle {
  const slugs = slugsOf(list);
  const base = here(slugs);
  const more = `${base}${base.includes('?') ? '&' : '?'}pick=`;
  return (slug) => {
    const picked = slugs.includes(slug);
    const full = !picked && slugs.length >= MOST_PICKED;
    const href = picked ? here(slugs.filter((other) => other !== slug)) : more + slug;
    const at = `at-${slug}`;
    return { href: `${href}#${at}`, picked, full, at };
  };
}

/** Names that the script takes off what the browser keeps, once the page has said that they are not listed. */
export const goneOf = ({ unlisted }: Shortlist): string => unlisted.filter(canBeSlug).join(' ');

/** What is wrong with the shortlist of an address, in plain words. */
export function noticesOf({ unlisted, over }: Shortlist): string[] {
  const gone = unlisted.map(
    (slug) =>
      `“${slug}” is not on your shortlist: nobody is listed under this name today. They may have paused, not confirmed in time, or never been here.`,
  );
  return over === 0
    ? gone
    : [...gone, `A shortlist holds six therapists. We left out ${counted(over, 'name')} after the sixth.`];
}
