import { createHmac } from 'node:crypto';
import { type Clock, type Day, toDay } from '../domain/calendar.js';
import { type Listing, listingOn } from '../domain/listing.js';
import type { Sample } from '../domain/sample.js';
import { samples } from '../storage/kinds.js';
import { Conflict, type Store } from '../storage/store.js';

/** Listings drawn each month: as many as two people can call in a day. */
export const SAMPLE_SIZE = 20;
const PAGE = 500;

export interface SamplingDeps {
  store: Store;
  clock: Clock;
  secretKey: string;
  size?: number;
}

/**
 * Draws this month's random sample where that is not done yet, and answers how many it drew. It goes by a keyed hash of month and id:
 * each listing is equally likely, nobody can know the result beforehand, and a draw that was interrupted continues with the same ones.
 */
export async function drawSample({
  store,
  clock,
  secretKey,
  size = SAMPLE_SIZE,
}: SamplingDeps): Promise<number> {
  const now = clock.now();
  const today = toDay(now);
  const month = today.slice(0, 7);
  const kept = store.records(samples);
  const lot = (id: string, what = '') =>
    createHmac('sha256', secretKey).update(`sample:${month}:${id}:${what}`).digest('hex');
  if ((await kept.count(`month:${month}`)) >= size) return 0;
  const listings = await lowest(store, today, size, (listing) => lot(listing.id));
  let drawn = 0;
  for (const listing of listings) {
    const asked = askedAbout(listing, (what) => lot(listing.id, what));
    const { id: therapistId, slug } = listing;
    const id = `${month}.${therapistId}`;
    const sample: Sample = {
      id,
      revision: 1,
      month,
      therapistId,
      slug,
      at: now.toISOString(),
      ...asked,
      result: null,
    };
    if (await insertedNow(() => kept.insert(sample))) drawn++;
  }
  return drawn;
}

/** The `size` listings with the lowest lots, read a page at a time. */
async function lowest(
  store: Store,
  today: Day,
  size: number,
  lotOf: (listing: Listing) => string,
): Promise<Listing[]> {
  let best: { lot: string; listing: Listing }[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Store['therapists']['page']>> = await store.therapists.page(after, PAGE);
    const listings = page.therapists
      .map((therapist) => listingOn(therapist, today))
      .filter((one) => one !== null);
    best = [...best, ...listings.map((listing) => ({ lot: lotOf(listing), listing }))]
      .sort((a, b) => a.lot.localeCompare(b.lot))
      .slice(0, size);
    if (page.next === null) return best.map(({ listing }) => listing);
    after = page.next;
  }
}

/** The state and insurance that reviewers ask about: one network in a state where they may treat, or only such a state. */
function askedAbout({ profile, permissions }: Listing, lot: (what: string) => string) {
  const states = [...new Set(permissions.map(({ state }) => state))];
  const networks = profile.coverage.filter(({ state }) => states.includes(state));
  const [network] = networks.sort((a, b) => lot(JSON.stringify(a)).localeCompare(lot(JSON.stringify(b))));
  if (network !== undefined) return { state: network.state, payer: network.payer, line: network.line };
  const [state = null] = states.sort((a, b) => lot(a).localeCompare(lot(b)));
  return { state, payer: null, line: null };
}

async function insertedNow(insert: () => Promise<unknown>): Promise<boolean> {
  const outcome = await insert().catch((error: unknown) => error);
  if (outcome instanceof Conflict) return false;
  if (outcome instanceof Error) throw outcome;
  return true;
}
