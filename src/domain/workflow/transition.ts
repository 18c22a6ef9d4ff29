import { nextDueAt } from '../due.js';
import { type Finding, isStaged } from '../findings.js';
import type { Actor, HistoryEvent } from '../history.js';
import type { EmailKind, QueuedEmail } from '../queued-email.js';
import { same } from '../same.js';
import type { Therapist } from '../therapist.js';
import type { Context } from './command.js';
import { findingsInReview } from './findings-in-review.js';

const MOST_LETTERS = 50;

/** Nobody waits for a decision, has it in review, or agreed to it. */
export const atRest = { waitingSince: null, claimedBy: null, approvedBy: null } as const;

/** No edit, or none any more: nothing is left of it, nor of its review. */
export const withoutDraft = (findings: readonly Finding[]) => ({
  ...atRest,
  draft: null,
  draftStatus: null,
  questions: [],
  findings: findings.filter((finding) => !isStaged(finding)),
});

export interface EmailWish {
  kind: EmailKind;
  /** What the words need besides the record; what is `null` is left out. */
  facts?: Record<string, string | null>;
}

/** What one act does to a record. */
export interface Transition {
  changes: Partial<Therapist>;
  event: Pick<HistoryEvent, 'action'> & Partial<Omit<HistoryEvent, 'at' | 'by'>>;
  emails?: readonly EmailWish[];
}

type TransitionContext = Pick<Context, 'actor' | 'now' | 'newId'>;

/** The record after it: changed, with the event at the end of its history and the letters to be sent. */
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
    emails.reduce((record, letter) => queueEmail(record, letter, context), changed),
    context.now,
  );
}

/** The record with the moment at which a clock has to look at it again. */
export function scheduleNextCheck(therapist: Therapist, now: Date): Therapist {
  return { ...therapist, nextDueAt: nextDueAt(therapist, now) };
}

function eventOf(event: Transition['event'], { actor, now, newId }: TransitionContext): HistoryEvent {
  const empty = { reason: null, words: null, fields: [], asked: [], frozen: null };
  return { id: newId(), at: now.toISOString(), by: signed(actor), ...empty, ...event };
}

/** A reviewer is named; the address of a therapist stands in the record once, where it can be erased. */
function signed({ role, email }: Actor): Actor {
  return { role, email: role === 'reviewer' ? email : null };
}

/**
 * The record with one more letter to be sent. One that waits and says the same is enough; of too many (when no mail goes out for
 * long) the oldest goes. What `nextDueAt` says follows.
 */
export function queueEmail(
  therapist: Therapist,
  { kind, facts = {} }: EmailWish,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
): Therapist {
  const given = Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== null);
  const said = Object.fromEntries(given);
  if (therapist.queuedEmails.some((letter) => letter.kind === kind && same(letter.facts, said)))
    return therapist;
  const at = now.toISOString();
  const letter: QueuedEmail = { id: newId(), kind, facts: said, at, tries: 0, nextTryAt: at };
  const queuedEmails = [...therapist.queuedEmails, letter].slice(-MOST_LETTERS);
  return scheduleNextCheck({ ...therapist, queuedEmails }, now);
}

/** What is decided on, as it stands. */
export function frozen(therapist: Therapist): NonNullable<HistoryEvent['frozen']> {
  const { draft, published, evidence, supervisor } = therapist;
  return {
    profile: draft ?? published ?? {},
    findings: findingsInReview(therapist),
    evidence,
    supervisor,
  };
}

/** {@link frozen}, of what is public. */
export const publicFrozen = (therapist: Therapist) => frozen({ ...therapist, draft: null });
