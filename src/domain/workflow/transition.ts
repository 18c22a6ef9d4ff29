import { nextDueAt } from '../due.js';
import { type Finding, isStaged } from '../findings.js';
import type { Actor, HistoryEvent } from '../history.js';
import type { EmailKind, QueuedEmail } from '../queued-email.js';
import { same } from '../same.js';
import type { Therapist } from '../therapist.js';
import type { Context } from './command.js';
import { findingsInReview } from './findings-in-review.js';

const MOST_QUEUED = 50;

/** Nothing waits for a decision, is in review, or was approved. */
export const atRest = { waitingSince: null, claimedBy: null, approvedBy: null } as const;

/** Without an edit, and without anything from its review. */
export const withoutDraft = (findings: readonly Finding[]) => ({
  ...atRest,
  draft: null,
  draftStatus: null,
  questions: [],
  findings: findings.filter((finding) => !isStaged(finding)),
});

export interface EmailWish {
  kind: EmailKind;
  /** What the words need besides the record; `null` facts are left out. */
  facts?: Record<string, string | null>;
}

/** What one action does to a record. */
export interface Transition {
  changes: Partial<Therapist>;
  event: Pick<HistoryEvent, 'action'> & Partial<Omit<HistoryEvent, 'at' | 'by'>>;
  emails?: readonly EmailWish[];
}

type TransitionContext = Pick<Context, 'actor' | 'now' | 'newId'>;

/** The changed record, with the event at the end of its history and the emails in its queue. */
export function applyTransition(
  therapist: Therapist,
  { changes, event, emails = [] }: Transition,
  context: TransitionContext,
) {
  const at = context.now.toISOString();
  const changed: Therapist = {
    ...therapist,
    ...changes,
    history: [...therapist.history, eventOf(event, context)],
    updatedAt: at,
  };
  return scheduleNextCheck(
    emails.reduce((record, email) => queueEmail(record, email, context), changed),
    context.now,
  );
}

/** The record with the next moment at which the clock has to check it. */
export function scheduleNextCheck(therapist: Therapist, now: Date): Therapist {
  return { ...therapist, nextDueAt: nextDueAt(therapist, now) };
}

function eventOf(event: Transition['event'], { actor, now, newId }: TransitionContext): HistoryEvent {
  const empty = { reason: null, words: null, fields: [], asked: [], frozen: null };
  return { id: newId(), at: now.toISOString(), by: signed(actor), ...empty, ...event };
}

/** Only a reviewer's address is kept here: a therapist's is in the record once, where it can be erased. */
function signed({ role, email }: Actor): Actor {
  return { role, email: role === 'reviewer' ? email : null };
}

/**
 * The record with one more queued email. An equal one that is queued already is enough. Of too many (when no mail is sent for a long time)
 * the oldest is dropped. `nextDueAt` follows.
 */
export function queueEmail(
  therapist: Therapist,
  { kind, facts = {} }: EmailWish,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
): Therapist {
  const given = Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== null);
  const said = Object.fromEntries(given);
  if (therapist.queuedEmails.some((queued) => queued.kind === kind && same(queued.facts, said)))
    return therapist;
  const at = now.toISOString();
  const email: QueuedEmail = { id: newId(), kind, facts: said, at, tries: 0, nextTryAt: at };
  const queuedEmails = [...therapist.queuedEmails, email].slice(-MOST_QUEUED);
  return scheduleNextCheck({ ...therapist, queuedEmails }, now);
}

/** A copy of what is decided on, as it is now. */
export function frozen(therapist: Therapist): NonNullable<HistoryEvent['frozen']> {
  const { draft, published, evidence, supervisor } = therapist;
  return {
    profile: draft ?? published ?? {},
    findings: findingsInReview(therapist),
    evidence,
    supervisor,
  };
}

/** {@link frozen} of what is public. */
export const publicFrozen = (therapist: Therapist) => frozen({ ...therapist, draft: null });
