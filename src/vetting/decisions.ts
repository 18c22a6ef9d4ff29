import type { ReasonCode } from '../domain/history.js';

/** Decisions of a reviewer with words that the therapist reads. */
export const decisions = ['list', 'ask', 'decline', 'drop', 'suspend', 'restore'] as const;
export type Decision = (typeof decisions)[number];

/** The possible reasons for each decision. */
export const reasonsFor: Readonly<Record<Decision, readonly ReasonCode[]>> = {
  list: [],
  ask: [],
  restore: [],
  decline: [
    'identity-not-shown',
    'no-verified-authority',
    'discipline-or-board-action',
    'training-not-shown',
    'claims-misleading',
    'no-answer',
    'other',
  ],
  drop: [
    'no-verified-authority',
    'training-not-shown',
    'claims-misleading',
    'no-answer',
    'own-wish',
    'other',
  ],
  suspend: [
    'report-confirmed',
    'no-verified-authority',
    'discipline-or-board-action',
    'claims-misleading',
    'no-answer',
    'address-refused',
    'own-wish',
    'other',
  ],
};
