import type { Seen } from '../support/visitor.js';
import type { DecisionName } from './decision-cases.js';
import { expectedAt, type Step } from './decision-steps.js';

/** One decision about one therapist, and where it is cut off. */
export interface Round {
  id: string;
  name: string;
  decision: DecisionName;
  step: Step;
}

/** What the reviewer saw last. */
export interface Tried {
  preview: Seen;
  /** Whether it was answered that it is decided. */
  answered: boolean;
}

/** What is to be there, where that can be told. */
export function wanted({ step }: Round, { answered }: Tried) {
  const { decided, copies } = expectedAt(step);
  return { decided: answered ? true : decided, copies };
}
