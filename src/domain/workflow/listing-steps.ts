import type { Therapist } from '../therapist.js';
import { splitEdit } from './edits.js';
import { Unmet } from './errors.js';
import { frozen } from './happen.js';
import { changedAtWith } from './sections.js';
import { assertListable, assertMayTreat, statusOnReturn } from './standing.js';
import type { Steps } from './steps.js';

/** What happens to a listing besides edits. */
export const listingSteps: Steps<'confirm' | 'pause' | 'resume' | 'suspend' | 'restore' | 'correct'> = {
  confirm(therapist, _, { now }) {
    assertMayTreat(therapist, now);
    return {
      changes: {
        status: 'listed',
        confirmedAt: now.toISOString(),
        confirmKey: null,
        letters: withoutReminders(therapist),
      },
      event: { action: 'confirm' },
    };
  },

  pause: (therapist) => ({
    changes: { status: 'paused', letters: withoutReminders(therapist) },
    event: { action: 'pause' },
  }),

  resume(therapist, _, { now }) {
    assertMayTreat(therapist, now);
    return { changes: { status: statusOnReturn(therapist, now) }, event: { action: 'resume' } };
  },

  suspend: (therapist, { reason, words }) => ({
    changes: { status: 'suspended' },
    event: { action: 'suspend', reason, words, frozen: publicFrozen(therapist) },
    letters: [{ kind: 'suspended', facts: { reason, words } }],
  }),

  restore(therapist, { words }, { now, newId }) {
    const { published, findings, confirmKey } = therapist;
    if (published === null) throw new Unmet('', 'There is nothing to be listed.');
    assertListable(published, findings, now);
    const status = statusOnReturn(therapist, now);
    return {
      changes: { status, confirmKey: status === 'lapsed' ? (confirmKey ?? newId()) : confirmKey },
      event: { action: 'restore', words, frozen: publicFrozen(therapist) },
      letters: [{ kind: 'restored', facts: { status, words } }],
    };
  },

  correct(therapist, { patch, words }, { now }) {
    const { published, draft } = therapist;
    if (published === null) throw new Unmet('', 'There is nothing public to correct.');
    const split = splitEdit(published, { ...published, ...patch });
    const [late] = split.waiting;
    if (late !== undefined)
      throw new Unmet(late, 'This cannot be changed at once: ask the therapist for it.');
    if (split.atOnce.length === 0) throw new Unmet('', 'Nothing would change.');
    return {
      changes: {
        published: split.published,
        draft: draft && { ...draft, ...patch },
        draftRevision: therapist.draftRevision + 1,
        changedAt: changedAtWith(therapist.changedAt, split.atOnce, now.toISOString()),
      },
      event: { action: 'correct', words, fields: split.atOnce, frozen: publicFrozen(therapist) },
      letters: [{ kind: 'corrected', facts: { fields: split.atOnce.join(' '), words } }],
    };
  },
};

const publicFrozen = (therapist: Therapist) => frozen({ ...therapist, draft: null });

/** Letters that wait to ask for what was just given, or is not wanted now. */
function withoutReminders({ letters }: Therapist): Therapist['letters'] {
  return letters.filter(({ kind }) => kind !== 'confirm' && kind !== 'lapsed');
}
