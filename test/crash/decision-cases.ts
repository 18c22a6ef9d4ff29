import type { Therapist } from '../../src/domain/therapist.js';
import { anApplicant, listableFindings } from '../support/an-applicant.js';
import { aTherapist } from '../support/therapist-builder.js';
import { addressOf } from './decision-steps.js';

export const REVIEWER = 'rita@review.example';

type Fill = Record<string, string>;

interface Decision {
  /** A therapist that allows the decision. */
  therapist: (id: string, name: string) => Therapist;
  /** The fields that the reviewer fills in. */
  fill: Fill;
  /** The status after the decision. */
  status: Therapist['status'];
}

const applicant = (id: string, name: string) =>
  anApplicant({
    id,
    email: addressOf(id),
    profile: { name },
    claimedBy: REVIEWER,
    findings: listableFindings(REVIEWER),
  });

const listed = (id: string, name: string) => aTherapist({ id, email: addressOf(id), published: { name } });

/** Every kind of decision that sends an email. */
export const decisions = {
  list: { therapist: applicant, fill: { words: 'Welcome.' }, status: 'listed' },
  decline: {
    therapist: applicant,
    fill: { reason: 'other', words: 'Not for us.' },
    status: 'declined',
  },
  ask: {
    therapist: applicant,
    fill: { 'ask.0.question': 'Since when?' },
    status: 'changes-asked',
  },
  suspend: {
    therapist: listed,
    fill: { reason: 'report-confirmed', words: 'The number is not yours.' },
    status: 'suspended',
  },
  restore: {
    therapist: (id, name) => ({ ...listed(id, name), status: 'suspended' }),
    fill: { words: 'It is yours after all.' },
    status: 'listed',
  },
} as const satisfies Record<string, Decision>;

export type DecisionName = keyof typeof decisions;
export const decisionNames = Object.keys(decisions) as DecisionName[];
