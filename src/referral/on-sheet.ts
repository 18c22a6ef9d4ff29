import { toDay } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import { states } from '../domain/reference/states.js';
import type { Sheet } from '../domain/sheet.js';
import type { Therapist } from '../domain/therapist.js';
import type { SearchQuery } from '../search/search-index.js';
import type { ReferralDeps } from './deps.js';
import { mayTreatIn, queryFor } from './need.js';
import { standingOf } from './standing.js';

/** A therapist to call in place of one who cannot be called. `miles` is between their offices, where both have one. */
export interface Substitute {
  listing: Listing;
  miles: number | null;
}

/** One therapist of a sheet, as listed today. */
export type OnSheet =
  | { here: true; listing: Listing }
  /** `words` says why they should not be called. */
  | { here: false; words: string; substitute: Substitute | null };

type Needs = Pick<ReferralDeps, 'store' | 'search' | 'clock'>;

/**
 * Everybody on a sheet, in its order. The records are read, not what a process holds of them, so that a pause shows on the very next
 * load; a suggested therapist is searched for in the directory, and then their record is read as well.
 */
export async function peopleOn(sheet: Sheet, deps: Needs): Promise<OnSheet[]> {
  const today = toDay(deps.clock.now());
  const found = new Map(
    (await deps.store.therapists.getMany(sheet.therapistIds)).map((one) => [one.id, one]),
  );
  const taken = new Set(sheet.therapistIds);
  const people: OnSheet[] = [];
  for (const id of sheet.therapistIds) {
    const therapist = found.get(id) ?? null;
    const standing = standingOf(therapist, today);
    if (standing.kind === 'listed' && mayTreatIn(standing.listing, sheet.state)) {
      people.push({ here: true, listing: standing.listing });
      continue;
    }
    const substitute = await substituteFor(therapist, sheet, taken, deps);
    if (substitute !== null) taken.add(substitute.listing.id);
    const name = standing.kind === 'listed' ? standing.listing.profile.name : '';
    const words =
      standing.kind === 'listed'
        ? `${name} may no longer treat in ${states[sheet.state].name}.`
        : awayWords[standing.kind]('name' in standing ? standing.name : '');
    people.push({ here: false, words, substitute });
  }
  return people;
}

const awayWords = {
  paused: (name: string) => `${name} has paused since this sheet was made and takes no referrals now.`,
  lapsed: (name: string) => `${name} has not confirmed the listing in time: do not rely on what was here.`,
  unlisted: (name: string) => `${name} is not listed at present: please call somebody else.`,
  none: () => 'A therapist who was on this sheet has left.',
};

/** The nearest who has room; else the nearest; without an office to measure from, the first that the directory names. */
async function substituteFor(
  gone: Therapist | null,
  sheet: Sheet,
  taken: ReadonlySet<string>,
  deps: Needs,
): Promise<Substitute | null> {
  const near = gone?.published?.offices.find((office) => office.state === sheet.state)?.zip ?? null;
  const plain: SearchQuery = queryFor(sheet);
  const nearby: SearchQuery = { ...plain, near, within: 500, sort: 'distance' };
  const tries = [
    ...(near === null ? [] : [{ ...nearby, accepting: true }]),
    { ...plain, accepting: true },
    plain,
  ];
  for (const query of tries) {
    const substitute = await firstFree(query, sheet, taken, deps);
    if (substitute !== null) return substitute;
  }
  return null;
}

async function firstFree(
  query: SearchQuery,
  sheet: Sheet,
  taken: ReadonlySet<string>,
  { store, search, clock }: Needs,
): Promise<Substitute | null> {
  const { answer } = await search(query);
  const hits = answer.hits.filter((hit) => !taken.has(hit.id));
  const records = await store.therapists.getMany(hits.map((hit) => hit.id));
  const today = toDay(clock.now());
  for (const record of records) {
    const standing = standingOf(record, today);
    if (standing.kind !== 'listed' || !mayTreatIn(standing.listing, sheet.state)) continue;
    return { listing: standing.listing, miles: hits.find((hit) => hit.id === record.id)?.miles ?? null };
  }
  return null;
}
