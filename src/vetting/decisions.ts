import type { ReasonCode } from '../domain/history.js';

/** What a reviewer can decide in words that the therapist reads. */
export const decisions = ['list', 'ask', 'decline', 'drop', 'suspend', 'restore'] as const;
export type Decision = (typeof decisions)[number];

/** Which reasons there can be for what. */
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
