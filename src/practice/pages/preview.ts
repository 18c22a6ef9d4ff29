import { authoritySubject, PSYPACT_SUBJECT, permissions } from '../../domain/authority.js';
import type { Day, Instant } from '../../domain/calendar.js';
import { profileOf } from '../../domain/draft.js';
import type { Listing } from '../../domain/listing.js';
import type { Therapist } from '../../domain/therapist.js';
import { findingsInReview } from '../../domain/workflow/findings-in-review.js';

/**
 * The listing that a draft would make on `today`, as if each authority were verified; `null` while something is missing. Claims that no
 * reviewer has checked have no finding.
 */
export function previewOf(therapist: Therapist, today: Day, now: Instant): Listing | null {
  const made = profileOf(therapist.draft ?? therapist.published ?? {});
  if ('issues' in made) return null;
  const { profile } = made;
  const { id, revision, slug, demo, changedAt } = therapist;
  return {
    ...{ id, revision, slug, profile, demo },
    findings: findingsInReview(therapist),
    permissions: permissions(profile, today),
    confirmedAt: now,
    changedAt,
    freshness: 'current',
  };
}

/** How many licenses in the preview are not verified yet. */
export function uncheckedIn({ profile, findings }: Listing): number {
  const held = [...profile.authority.map(authoritySubject), ...(profile.psypact ? [PSYPACT_SUBJECT] : [])];
  const verified = new Set(
    findings.filter(({ result }) => result === 'verified').map(({ subject }) => subject),
  );
  return held.filter((subject) => !verified.has(subject)).length;
}
