import { profileOf } from '../draft.js';
import type { Profile } from '../profile.js';
import { same } from '../same.js';
import type { DraftStatus, Therapist } from '../therapist.js';
import { changesSince } from './changes.js';
import type { Context } from './command.js';
import { Unmet } from './errors.js';
import { findingsInReview } from './findings-in-review.js';
import { isEmail, isOnceListed } from './permission.js';
import { publish } from './publish.js';
import { assertListable } from './standing.js';
import type { Steps } from './steps.js';
import { atRest, frozen, type Transition, withoutDraft } from './transition.js';

/** The steps of an application, and of an edit that waits for a reviewer. */
export const applicationSteps: Steps<
  'submit' | 'take-back' | 'claim' | 'release' | 'ask' | 'list' | 'decline' | 'drop'
> = {
  submit(therapist, _, { now }) {
    const draft = completeDraft(therapist);
    const onHold = therapist.status === 'suspended';
    if (isOnceListed(therapist) && !onHold && same(draft, therapist.published))
      throw new Unmet('', 'Nothing has changed: there is nothing to send.');
    const fields = [...new Set(changesSince(therapist).map(({ field }) => field))];
    return {
      changes: { ...at(therapist, 'submitted'), ...atRest, draft, waitingSince: now.toISOString() },
      event: {
        action: 'submit',
        fields,
        asked: therapist.questions,
        frozen: frozen({ ...therapist, draft }),
      },
      emails: [{ kind: 'received', facts: what(therapist) }],
    };
  },

  'take-back': (therapist) => ({
    changes: { ...at(therapist, therapist.questions.length > 0 ? 'changes-asked' : 'editing'), ...atRest },
    event: { action: 'take-back' },
  }),

  claim: (therapist, _, { actor }) => ({
    changes: { ...at(therapist, 'in-review'), claimedBy: actor.email },
    event: { action: 'claim' },
  }),

  release: (therapist) => ({
    changes: { ...at(therapist, 'submitted'), claimedBy: null },
    event: { action: 'release' },
  }),

  ask(therapist, { asked, words }) {
    if (asked.length === 0) throw new Unmet('asked', 'Ask at least one question.');
    if (new Set(asked.map(({ field }) => field)).size < asked.length)
      throw new Unmet('asked', 'Ask one question about each field.');
    const questions = asked.map(({ field, question }) => ({ field, question, answer: null }));
    return {
      changes: { ...at(therapist, 'changes-asked'), ...atRest, questions },
      event: {
        action: 'ask',
        words,
        fields: asked.map(({ field }) => field),
        asked: questions,
        frozen: frozen(therapist),
      },
      emails: [{ kind: 'changes-asked', facts: { ...what(therapist), words } }],
    };
  },

  list(therapist, { words }, context) {
    const profile = completeDraft(therapist);
    assertListable(profile, findingsInReview(therapist), context.now);
    const { actor, twoReviewers } = context;
    if (twoReviewers && therapist.approvedBy === null)
      return {
        changes: { approvedBy: actor.email, claimedBy: null },
        event: { action: 'approve', words, frozen: frozen(therapist) },
      };
    if (twoReviewers && isEmail(therapist.approvedBy, actor.email))
      throw new Unmet('', 'You agreed to this already: another reviewer has to, too.');
    return publish(therapist, profile, words, context);
  },

  decline: (therapist, { reason, words }) => ({
    changes: { status: 'declined', ...atRest, questions: [] },
    event: { action: 'decline', reason, words, frozen: frozen(therapist) },
    emails: [{ kind: 'declined', facts: { reason, words } }],
  }),

  drop: (therapist, { reason, words }, context) => dropped(therapist, reason, words, context),
};

/** The edit ends. What is public stays as it is. */
function dropped(
  therapist: Therapist,
  reason: Parameters<(typeof applicationSteps)['drop']>[1]['reason'],
  words: string | null,
  { actor }: Context,
): Transition {
  const byReviewer = actor.role === 'reviewer';
  if (byReviewer && reason === null) throw new Unmet('reason', 'Say why.');
  return {
    changes: withoutDraft(therapist.findings),
    event: { action: 'drop', reason, words, frozen: frozen(therapist) },
    emails: byReviewer ? [{ kind: 'edit-dropped', facts: { reason, words } }] : [],
  };
}

/** The changes that move the draft to a step: of an application in `status`, of an edit in `draftStatus`. */
function at(therapist: Therapist, step: DraftStatus): Partial<Therapist> {
  if (isOnceListed(therapist)) return { draftStatus: step };
  return { status: step === 'editing' ? 'draft' : step };
}

/** Whether an email is about the application or about a change. */
const what = (therapist: Therapist) => ({ of: isOnceListed(therapist) ? 'edit' : 'application' });

function completeDraft({ draft, published }: Therapist): Profile {
  const made = profileOf(draft ?? published ?? {});
  if ('profile' in made) return made.profile;
  const [first] = made.issues;
  throw new Unmet(
    first?.path.join('.') ?? '',
    'Something is still missing, or is not right yet.',
    made.issues,
  );
}
