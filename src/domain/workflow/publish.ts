import type { Profile } from '../profile.js';
import type { Therapist } from '../therapist.js';
import { changedAtWith, changedFields } from './changed-fields.js';
import type { Context } from './command.js';
import { findingsInReview } from './findings-in-review.js';
import { isProvisional, slugFor } from './new-application.js';
import { isOnceListed } from './permission.js';
import { statusOnReturn } from './standing.js';
import { frozen, type Transition, withoutDraft } from './transition.js';

/** The draft becomes public. The address of the page is provisional until the first time, and stays from then on. */
export function publish(
  therapist: Therapist,
  profile: Profile,
  words: string | null,
  context: Context,
): Transition {
  const edit = isOnceListed(therapist);
  const status = wantedAuthority(therapist) ? statusOnReturn(therapist, context.now) : therapist.status;
  // The therapist said it when they sent it, not when a reviewer looked at it.
  const saidAt = therapist.waitingSince ?? context.now.toISOString();
  const fields = changedFields(therapist.published ?? {}, profile);
  return {
    changes: {
      ...withoutDraft(findingsInReview(therapist)),
      published: profile,
      ...(edit
        ? {
            status,
            changedAt: changedAtWith(therapist.changedAt, fields, saidAt),
          }
        : { status: 'listed', confirmedAt: saidAt, confirmKey: null }),
      ...(isProvisional(therapist) && { slug: slugFor(profile.name, context.takenSlugs ?? []) }),
    },
    event: { action: 'list', words, fields, frozen: frozen(therapist) },
    emails: [edit ? { kind: 'edit-listed', facts: { words, status } } : { kind: 'listed', facts: { words } }],
  };
}

/**
 * Whether the clock, or the therapist's own edit, suspended it. Both do so only for lack of a verified license, and nothing is listed
 * without one, so the reason for the suspension is gone.
 */
export function wantedAuthority({ status, history }: Therapist): boolean {
  const last = history.findLast(({ action }) => action === 'suspend');
  return status === 'suspended' && last !== undefined && last.by.role !== 'reviewer';
}
