import type { Day } from '../domain/calendar.js';
import { freshness } from '../domain/freshness.js';
import { type Listing, listingOn } from '../domain/listing.js';
import type { Therapist } from '../domain/therapist.js';

/** Whether a therapist is listed today, as a clinician who refers to them needs to know. */
export type Standing =
  | { kind: 'listed'; listing: Listing }
  /** Was listed, is not now, and the record is there. */
  | { kind: 'paused' | 'lapsed' | 'unlisted'; name: string }
  /** Nobody who was ever listed, or nobody any more: not even the name is said. */
  | { kind: 'none' };

/** Whether this record is listed on `today`. The answer is right even when no scheduled job has run. */
export function standingOf(therapist: Therapist | null, today: Day): Standing {
  if (therapist === null || therapist.published === null) return { kind: 'none' };
  const { name } = therapist.published;
  switch (therapist.status) {
    case 'listed': {
      const listing = listingOn(therapist, today);
      if (listing !== null) return { kind: 'listed', listing };
      return { kind: freshness(therapist.confirmedAt, today) === 'lapsed' ? 'lapsed' : 'unlisted', name };
    }
    case 'paused':
    case 'lapsed':
      return { kind: therapist.status, name };
    case 'suspended':
      return { kind: 'unlisted', name };
    default:
      return { kind: 'none' };
  }
}
