import type { Listing } from '../domain/listing.js';
import type { PayerId } from '../domain/reference/payers.js';
import type { StateCode } from '../domain/reference/states.js';
import { MOST_ON_SHEET } from '../domain/sheet.js';

/** Therapists on one shortlist: as many as one referral sheet takes. */
export const MOST_PICKED = MOST_ON_SHEET;
/** Names of people nobody knows are repeated up to this length. */
const MOST_SHOWN = 60;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_SLUG = 100;

/** What the `pick` parameters of an address name: the first six, each once, in the order given. */
export interface Picks {
  slugs: readonly string[];
  /** How many more were named. */
  over: number;
}

/** A shortlist with today's listings. */
export interface Shortlist {
  listings: readonly Listing[];
  /** Names that are not listed today: paused, lapsed, or never here. */
  unlisted: readonly string[];
  over: number;
}

/** What the patient needs: where they will be, and how they are insured. Both may be open. */
export interface Need {
  state: StateCode | null;
  payer: readonly PayerId[];
}

/** Reads the shortlist from the address of a page. It never fails: a text that cannot be a name is simply not found. */
export function readPicks(search: URLSearchParams): Picks {
  const given = search.getAll('pick').map((slug) => slug.toWellFormed().trim());
  const slugs = [...new Set(given.filter((slug) => slug !== ''))];
  return { slugs: slugs.slice(0, MOST_PICKED), over: Math.max(0, slugs.length - MOST_PICKED) };
}

/** Looks the picks up. `bySlug` answers `null` for a therapist who is not listed today. */
export async function openShortlist(
  { slugs, over }: Picks,
  bySlug: (slug: string) => Promise<Listing | null>,
): Promise<Shortlist> {
  const found = await Promise.all(
    slugs.map(async (slug) => ({ slug, listing: canBeSlug(slug) ? await bySlug(slug) : null })),
  );
  return {
    listings: found.flatMap(({ listing }) => (listing === null ? [] : [listing])),
    unlisted: found.filter(({ listing }) => listing === null).map(({ slug }) => shownSlug(slug)),
    over,
  };
}

/** These parameters, and the shortlist after them. */
export function withPicks(params: URLSearchParams, slugs: readonly string[]): URLSearchParams {
  const all = new URLSearchParams(params);
  for (const slug of slugs) all.append('pick', slug);
  return all;
}

/** State and insurance as parameters, under the names that a search gives them. */
export function needParams({ state, payer }: Need): URLSearchParams {
  const params = new URLSearchParams();
  if (state !== null) params.set('state', state);
  for (const id of payer) params.append('payer', id);
  return params;
}

/** Whether anybody could be listed under this name. */
export const canBeSlug = (text: string): boolean => text.length <= LONGEST_SLUG && SLUG.test(text);

/** A name nobody knows, at a length that can be shown. */
export const shownSlug = (text: string): string =>
  text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).toWellFormed()}…`;
