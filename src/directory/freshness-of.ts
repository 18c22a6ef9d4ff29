import type { Instant } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import type { Section } from '../domain/profile.js';

/** When the facts of a section were last said to be right: the later of the confirmation and the section's last change. */
export function confirmedOf(listing: Listing, section: Section): Instant {
  const changed = listing.changedAt[section];
  return changed !== undefined && changed > listing.confirmedAt ? changed : listing.confirmedAt;
}
