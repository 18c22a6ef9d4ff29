import { addDays, type Day, daysBetween, type Instant } from './calendar.js';

/**
 * The schedule of confirmations. The No Surprises Act, section 116, makes health plans verify directory entries every 90 days and
 * remove what they cannot verify. It does not bind us; we adopted it.
 */
export const REMIND_AFTER_DAYS = [75, 90, 105] as const;
export const FLAG_AFTER_DAYS = 90;
export const LAPSE_AFTER_DAYS = 120;

/** `current`: confirmed in time. `overdue`: shown with a flag. `lapsed`: hidden until the therapist confirms. */
export type Freshness = 'current' | 'overdue' | 'lapsed';

/** The freshness on `today` of a listing that was confirmed at `confirmedAt`. One that was never confirmed counts as lapsed. */
export function freshness(confirmedAt: Instant | null, today: Day): Freshness {
  if (confirmedAt === null) return 'lapsed';
  const age = daysBetween(confirmedAt, today);
  if (age >= LAPSE_AFTER_DAYS) return 'lapsed';
  return age >= FLAG_AFTER_DAYS ? 'overdue' : 'current';
}

/** The first day on which a listing confirmed at `confirmedAt` is hidden. */
export function lapsesOn(confirmedAt: Instant): Day {
  return addDays(confirmedAt, LAPSE_AFTER_DAYS);
}
