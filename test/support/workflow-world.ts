import type { Draft } from '../../src/domain/draft.js';
import type { Actor } from '../../src/domain/history.js';
import type { Profile } from '../../src/domain/profile.js';
import type { Status, Therapist } from '../../src/domain/therapist.js';
import { act } from '../../src/domain/workflow/act.js';
import type { Command, Context } from '../../src/domain/workflow/command.js';
import { newApplication } from '../../src/domain/workflow/new-application.js';
import { recordFindings } from '../../src/domain/workflow/recheck.js';
import { type Save, saveDraft } from '../../src/domain/workflow/save-draft.js';
import { plainProfile } from './plain-profile.js';
import { TODAY, verifiedFindings } from './therapist-builder.js';

export const self: Actor = { role: 'therapist', email: null };
export const ada: Actor = { role: 'reviewer', email: 'ada@review.example' };
export const ben: Actor = { role: 'reviewer', email: 'ben@review.example' };
export const clock: Actor = { role: 'clock', email: null };

let made = 0;
export const newId = () => `made${String(++made).padStart(8, '0')}`;

/** A person who acts at nine in the morning of the builder's day, or at a given time. */
export function as(actor: Actor, more: Partial<Context> = {}): Context {
  return { actor, now: new Date(`${TODAY}T09:00:00.000Z`), newId, twoReviewers: false, ...more };
}

export const onDay = (day: string) => new Date(`${day}T09:00:00.000Z`);

/** Applies the steps one after the other. */
export function acts(therapist: Therapist, ...steps: readonly [Command, Context][]): Therapist {
  return steps.reduce((record, [command, context]) => act(record, command, context), therapist);
}

/** A save from a form of the current record. */
export function save(therapist: Therapist, wish: Omit<Save, 'seenDraftRevision'>, context = as(self)) {
  return saveDraft(therapist, { ...wish, seenDraftRevision: therapist.draftRevision }, context);
}

/** A reviewer verifies all claims of the draft, or some. */
export function verifyAll(
  therapist: Therapist,
  actor = ada,
  only: (subject: string) => boolean = () => true,
) {
  const profile = { ...plainProfile(TODAY), ...therapist.published, ...therapist.draft } as Profile;
  const findings = verifiedFindings(profile, TODAY).map(({ by: _, ...finding }) => finding);
  return recordFindings(
    therapist,
    findings.filter(({ subject }) => only(subject)),
    as(actor),
  );
}

/** An application at this step, after the steps that lead there. */
export function anApplication(
  status: Extract<Status, 'draft' | 'submitted' | 'in-review' | 'changes-asked' | 'listed'> = 'draft',
  draft: Draft = plainProfile(TODAY),
): Therapist {
  const id = newId();
  const context = as(self);
  const begun = newApplication({ id, email: `${id}@practice.example`, now: context.now, newId, by: self });
  const steps = { draft: 0, submitted: 1, 'in-review': 2, 'changes-asked': 3, listed: 4 }[status];
  const written = save(begun, { patch: draft });
  if (steps === 0) return written;
  const sent = act(written, { action: 'submit' }, context);
  if (steps === 1) return sent;
  const claimed = act(sent, { action: 'claim' }, as(ada));
  if (steps === 2) return claimed;
  return steps === 3
    ? act(claimed, ask('training'), as(ada))
    : act(verifyAll(claimed), { action: 'list', words: null }, as(ada));
}

/** An edit of a listing at this step: another text about the therapist. */
export function anEdit(
  step: 'editing' | 'submitted' | 'in-review' | 'changes-asked' = 'in-review',
  patch: Draft = { about: 'I also work with couples now.' },
): Therapist {
  const edited = save(anApplication('listed'), { patch });
  if (step === 'editing') return edited;
  const sent = act(edited, { action: 'submit' }, as(self));
  if (step === 'submitted') return sent;
  const claimed = act(sent, { action: 'claim' }, as(ada));
  return step === 'in-review' ? claimed : act(claimed, ask('about'), as(ada));
}

export const ask = (field: string): Command => ({
  action: 'ask',
  asked: [{ field, question: 'Can you say more about this?' }],
  words: null,
});
