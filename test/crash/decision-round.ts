import type { Seen } from '../support/visitor.js';
import type { DecisionName } from './decision-cases.js';
import { expectedAt, type Step } from './decision-steps.js';

/** One decision about one therapist, and the step at which the program dies. */
export interface Round {
  id: string;
  name: string;
  decision: DecisionName;
  step: Step;
}

/** The last pages that the reviewer saw. */
export interface Tried {
  preview: Seen;
  /** Whether the answer confirmed the decision. */
  answered: boolean;
}

/** The expected state, as far as it is known. */
export function wanted({ step }: Round, { answered }: Tried) {
  const { decided, copies } = expectedAt(step);
  return { decided: answered ? true : decided, copies };
}
