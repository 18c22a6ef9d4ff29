import { addDays, type Day } from '../domain/calendar.js';
import { type Listing, listingOn } from '../domain/listing.js';
import type { Sample } from '../domain/sample.js';
import type { Therapist } from '../domain/therapist.js';
import { DEMO_REVIEWER, momentOf } from './demo-reports.js';

/** As many as a real sample (see `jobs/sampling.ts`). */
const SIZE = 20;

/** The month before the month of `today`, `YYYY-MM`. */
export const monthBefore = (today: Day): string => addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);

/**
 * Last month's sample, drawn on its first day from the listings of then, with every call done: most answers
 * right, some not.
 */
export function checkedSample(therapists: readonly Therapist[], today: Day): Sample[] {
  const month = monthBefore(today);
  const first = `${month}-01`;
  return therapists
    .filter(({ createdAt }) => createdAt.slice(0, 10) < first)
    .map((therapist) => listingOn(therapist, today))
    .filter((listing) => listing !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, SIZE)
    .map((listing, index) => sampleOf(listing, month, index));
}

function sampleOf({ id, slug, profile, permissions }: Listing, month: string, index: number): Sample {
  const states = permissions.map(({ state }) => state);
  const network = profile.coverage.find(({ state }) => states.includes(state));
  const reached = index % 10 !== 6;
  const answer = (right: boolean) => (reached ? right : null);
  return {
    ...{ id: `${month}.${id}`, revision: 1, month, therapistId: id, slug, at: momentOf(`${month}-01`, 6) },
    state: network?.state ?? states[0] ?? null,
    payer: network?.payer ?? null,
    line: network?.line ?? null,
    result: {
      reached,
      accepting: answer(index % 9 !== 4),
      insurance: network === undefined ? null : answer(index % 7 !== 2),
      state: answer(true),
      by: DEMO_REVIEWER,
      at: momentOf(addDays(`${month}-01`, 2 + (index % 9)), 16),
      note: reached ? null : 'Called twice and left a message; no answer within a week.',
    },
  };
}
