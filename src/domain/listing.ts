import { authoritySubject, type Permission, PSYPACT_SUBJECT, permissions } from './authority.js';
import { addDays, type Day, type Instant } from './calendar.js';
import { type Finding, isStaged, isVerified } from './findings.js';
import { type Freshness, freshness, lapsesOn } from './freshness.js';
import type { Profile, Section } from './profile.js';
import { fieldsOfCheck } from './profile-fields.js';
import type { QuestionId } from './questions.js';
import type { Therapist } from './therapist.js';

/** A therapist as the public may see them on one day. */
export interface Listing {
  id: string;
  revision: number;
  slug: string;
  profile: Profile;
  findings: readonly Finding[];
  /** Where and how they may treat on that day, by verified authority only. Never empty. */
  permissions: readonly Permission[];
  confirmedAt: Instant;
  changedAt: Therapist['changedAt'];
  freshness: Exclude<Freshness, 'lapsed'>;
  demo: boolean;
}

/**
 * What the public sees of a therapist on `today`, or `null` when they see nothing: not listed, not confirmed for 120 days, or no verified
 * authority left. It does not depend on the clock having run, so nothing outdated is shown after a machine was off.
 */
export function listingOn(therapist: Therapist, today: Day): Listing | null {
  const { published, confirmedAt } = therapist;
  if (therapist.status !== 'listed' || published === null || confirmedAt === null) return null;
  const fresh = freshness(confirmedAt, today);
  const allowed = verifiedPermissions(published, therapist.findings, today);
  if (fresh === 'lapsed' || allowed.length === 0) return null;
  return {
    id: therapist.id,
    revision: therapist.revision,
    slug: therapist.slug,
    profile: published,
    findings: therapist.findings.filter((finding) => !isStaged(finding)),
    permissions: allowed,
    confirmedAt,
    changedAt: therapist.changedAt,
    freshness: fresh,
    demo: therapist.demo,
  };
}

/**
 * The next day after `today` on which {@link listingOn} may return something else without a write; `null` when there is no such day.
 * Changes of `freshness` don't count: those follow from `confirmedAt`.
 */
export function listingChangesOn(therapist: Therapist, today: Day): Day | null {
  if (therapist.status !== 'listed' || therapist.published === null || therapist.confirmedAt === null)
    return null;
  const { authority, psypact } = therapist.published;
  const ends = [...authority, ...(psypact ? [psypact] : [])].map((held) => addDays(held.expiresOn, 1));
  const coming = [...ends, lapsesOn(therapist.confirmedAt)].filter((day) => day > today);
  return coming.sort()[0] ?? null;
}

/** Where and how they may treat on `today`, by verified authority only. */
export function verifiedPermissions(
  profile: Profile,
  findings: readonly Finding[],
  today: Day,
): Permission[] {
  const verified = {
    ...profile,
    authority: profile.authority.filter((held) => isVerified(findings, authoritySubject(held))),
    psypact: isVerified(findings, PSYPACT_SUBJECT) ? profile.psypact : null,
  };
  return permissions(verified, today);
}

/** When the therapist last said that the facts of a section are right: at the confirmation or the section's last change, if later. */
export function confirmedOf(listing: Pick<Listing, 'confirmedAt' | 'changedAt'>, section: Section): Instant {
  const changed = listing.changedAt[section];
  return changed !== undefined && changed > listing.confirmedAt ? changed : listing.confirmedAt;
}

/** When the therapist last confirmed their answer to a question; `null` where they have not answered it. */
export function answeredAt(listing: Listing, question: QuestionId): Instant | null {
  const isAnswered = fieldsOfCheck(question).some((field) => listing.profile[field] !== null);
  return isAnswered ? confirmedOf(listing, 'answers') : null;
}
