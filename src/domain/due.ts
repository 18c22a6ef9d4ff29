import { addDays, type Day, type Instant } from './calendar.js';
import { lapsesOn, REMIND_AFTER_DAYS } from './freshness.js';
import type { Therapist } from './therapist.js';

/**
 * The next moment at which a clock has anything to do for this record, or `null` when nothing will come: the next try of a letter, even
 * where it has passed, or what {@link nextChangeAt} says.
 */
export function nextDueAt(
  therapist: Pick<Therapist, 'status' | 'published' | 'confirmedAt' | 'letters'>,
  now: Date,
): Instant | null {
  const tries = therapist.letters.map(({ nextTryAt }) => nextTryAt);
  const change = nextChangeAt(therapist, now);
  return [...tries, ...(change === null ? [] : [change])].sort()[0] ?? null;
}

/**
 * A reminder or a flag
 * (days 75, 90 and 105 after the confirmation), the end of the listing (day 120), or the day after an authority's last valid one.
 * Only coming moments count, with one exception: a listing whose day 120 has passed while it still says `listed` is due since then.
 */
function nextChangeAt(
  therapist: Pick<Therapist, 'status' | 'published' | 'confirmedAt'>,
  now: Date,
): Instant | null {
  const { status, published, confirmedAt } = therapist;
  if (status !== 'listed' || published === null || confirmedAt === null) return null;
  const lapse = startOf(lapsesOn(confirmedAt));
  if (lapse <= now.toISOString()) return lapse;
  const held = [...published.authority, ...(published.psypact ? [published.psypact] : [])];
  const moments = [
    lapse,
    ...REMIND_AFTER_DAYS.map((days) => startOf(addDays(confirmedAt, days))),
    ...held.map(({ expiresOn }) => startOf(addDays(expiresOn, 1))),
  ];
  return moments.filter((moment) => moment > now.toISOString()).sort()[0] ?? null;
}

function startOf(day: Day): Instant {
  return `${day}T00:00:00.000Z`;
}
