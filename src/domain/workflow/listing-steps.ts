import { same } from '../same.js';
import type { Therapist } from '../therapist.js';
import { correct } from './correct.js';
import { Unmet } from './errors.js';
import { assertListable, assertMayReturn, statusOnReturn } from './standing.js';
import type { Steps } from './steps.js';
import { publicFrozen, withoutDraft } from './transition.js';

/** What happens to a listing besides edits. */
export const listingSteps: Steps<'confirm' | 'pause' | 'resume' | 'suspend' | 'restore' | 'correct'> = {
  confirm(therapist, _, { now }) {
    assertMayReturn(therapist, now);
    return {
      changes: {
        status: 'listed',
        confirmedAt: now.toISOString(),
        confirmKey: null,
        queuedEmails: withoutReminders(therapist),
      },
      // The used key becomes the id of the event, so that a person who opens the link again learns what it did.
      event: { action: 'confirm', ...(therapist.confirmKey !== null && { id: therapist.confirmKey }) },
    };
  },

  pause: (therapist) => ({
    changes: { status: 'paused', queuedEmails: withoutReminders(therapist) },
    event: { action: 'pause' },
  }),

  resume(therapist, _, { now }) {
    assertMayReturn(therapist, now);
    return { changes: { status: statusOnReturn(therapist, now) }, event: { action: 'resume' } };
  },

  suspend: (therapist, { reason, words }) => ({
    changes: { status: 'suspended' },
    event: { action: 'suspend', reason, words, frozen: publicFrozen(therapist) },
    emails: [{ kind: 'suspended', facts: { reason, words } }],
  }),

  restore(therapist, { words }, { now, newId }) {
    const { published, draft, findings, confirmKey } = therapist;
    if (published === null) throw new Unmet('', 'There is nothing to be listed.');
    assertListable(published, findings, now);
    const status = statusOnReturn(therapist, now);
    return {
      changes: {
        status,
        confirmKey: status === 'lapsed' ? (confirmKey ?? newId()) : confirmKey,
        // It was sent only to be reviewed once more, and it was.
        ...(draft !== null && same(draft, published) && withoutDraft(findings)),
      },
      event: { action: 'restore', words, frozen: publicFrozen(therapist) },
      emails: [{ kind: 'restored', facts: { status, words } }],
    };
  },

  correct,
};

/** The queued emails without those that ask for a confirmation, which was just given or is not wanted now. */
function withoutReminders({ queuedEmails }: Therapist): Therapist['queuedEmails'] {
  return queuedEmails.filter(({ kind }) => kind !== 'confirm' && kind !== 'lapsed');
}
