import type { HistoryEvent } from '../history.js';
import type { Therapist } from '../therapist.js';
import type { Context } from './command.js';
import { applyTransition, atRest } from './transition.js';

/**
 * The record of a person who left. It keeps what was done, when, and the code of the reason, but not who they are. Its address can receive no
 * mail (RFC 2606), so that the real one is free for a new application.
 */
export function withdrawn(therapist: Therapist, context: Context): Therapist {
  const { id } = therapist;
  const emptied: Therapist = {
    ...therapist,
    ...atRest,
    slug: `left-${id}`,
    email: `${id}@left.invalid`,
    status: 'withdrawn',
    draftStatus: null,
    published: null,
    draft: null,
    findings: [],
    evidence: [],
    supervisor: null,
    questions: [],
    queuedEmails: [],
    confirmKey: null,
    history: therapist.history.map(bare),
  };
  return applyTransition(
    emptied,
    { changes: {}, event: { action: 'withdraw', reason: 'own-wish' } },
    context,
  );
}

function bare({ id, at, by, action, reason }: HistoryEvent): HistoryEvent {
  return { id, at, by, action, reason, words: null, fields: [], asked: [], frozen: null };
}
