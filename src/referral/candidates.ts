import type { Clock } from '../domain/calendar.js';
import { type Day, toDay } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import { states } from '../domain/reference/states.js';
import { MOST_ON_SHEET } from '../domain/sheet.js';
import type { TherapistStore } from '../storage/store.js';
import { canBeSlug, shownSlug } from '../web/shortlist.js';
import { counted } from '../wording/numbers.js';
import { asksInsurance, mayTreatIn, type Need, takesInsurance } from './need.js';
import { type Standing, standingOf } from './standing.js';
import type { Wanted } from './wanted.js';

/** A therapist chosen for a sheet that is not made yet. */
export interface Candidate {
  slug: string;
  standing: Standing;
}

/** Looks up the chosen therapists. */
export async function candidatesOf(
  slugs: readonly string[],
  { therapists, clock }: { therapists: Pick<TherapistStore, 'getBySlug'>; clock: Clock },
): Promise<Candidate[]> {
  const today: Day = toDay(clock.now());
  return Promise.all(
    slugs.map(async (slug) => {
      const therapist = canBeSlug(slug) ? await therapists.getBySlug(slug) : null;
      return { slug, standing: standingOf(therapist, today) };
    }),
  );
}

export const listingOf = ({ standing }: Candidate): Listing | null =>
  standing.kind === 'listed' ? standing.listing : null;

export function nameOf({ slug, standing }: Candidate): string {
  if (standing.kind === 'none') return `“${shownSlug(slug)}”`;
  return standing.kind === 'listed' ? standing.listing.profile.name : standing.name;
}

const away: Record<Exclude<Standing['kind'], 'listed'>, string> = {
  paused: 'has paused and takes no referrals now.',
  lapsed: 'has not confirmed the listing in time, so it is hidden.',
  unlisted: 'is not listed at present.',
  none: 'is not in the directory: the name may be mistyped.',
};

/** Why this one cannot be on the sheet, or ''. Without a state, nothing is said about it. */
export function obstacleOf(candidate: Candidate, state: Need['state'] | null): string {
  const { standing } = candidate;
  if (standing.kind !== 'listed') return `${nameOf(candidate)} ${away[standing.kind]}`;
  if (state === null || mayTreatIn(standing.listing, state)) return '';
  return `${nameOf(candidate)} may not treat in ${states[state].name}.`;
}

/** What to know about a therapist who can be on the sheet, or ''. About one who cannot, the obstacle says everything. */
export function cautionOf(candidate: Candidate, need: Need | null): string {
  const listing = listingOf(candidate);
  if (listing === null || need === null || !asksInsurance(need) || takesInsurance(listing, need)) return '';
  if (!mayTreatIn(listing, need.state)) return '';
  return `${listing.profile.name} does not say that they take this insurance in ${states[need.state].name}. You can keep them: the sheet says so.`;
}

/** What to say of so many, or '' when they fit. */
export function tooMany(total: number): string {
  if (total <= MOST_ON_SHEET) return '';
  return `A sheet takes six therapists, and ${counted(total, 'therapist')} are chosen: remove ${total - MOST_ON_SHEET}.`;
}

/** Why the sheet is refused, by field; empty when it is not. */
export function refusalsOf(wanted: Wanted, candidates: readonly Candidate[]): Map<string, string> {
  const found = new Map<string, string>();
  if (wanted.state === null) found.set('state', 'Choose the state where the patient will be.');
  const total = candidates.length + wanted.over;
  if (total === 0) found.set('pick', 'Choose at least one therapist.');
  if (total > MOST_ON_SHEET) found.set('pick', tooMany(total));
  candidates.forEach((candidate, at) => {
    const obstacle = obstacleOf(candidate, wanted.state);
    if (obstacle !== '') found.set(`pick.${at}`, `${obstacle} Remove them to go on.`);
    else if (wanted.twice.has(candidate.slug))
      found.set(`pick.${at}`, `${nameOf(candidate)} was chosen twice: here they stand once.`);
  });
  return found;
}
