import { addDays, type Day, daysBetween, type Instant } from './calendar.js';

/**
 * The clock we hold ourselves to. The No Surprises Act, section 116, has health plans verify directory entries every 90 days and
 * remove what cannot be verified; it does not bind us, we adopt it.
 */
export const REMIND_AFTER_DAYS = [75, 90, 105] as const;
export const FLAG_AFTER_DAYS = 90;
export const LAPSE_AFTER_DAYS = 120;

/** `current`: confirmed in time. `overdue`: shown with a flag. `lapsed`: hidden until the therapist confirms. */
export type Freshness = 'current' | 'overdue' | 'lapsed';

/** How a listing confirmed at `confirmedAt` stands on `today`. Never confirmed counts as lapsed. */
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
