/** What has to be there after a death at a step. */
interface Expected {
  /** Whether the decision is in the store; `null` when nobody can know. */
  decided: boolean | null;
  /** How often its letter arrives, always as the same. */
  copies: readonly number[];
}

const once = { decided: true, copies: [1] } as const;
const twice = { decided: true, copies: [2] } as const;

/** Where the process kills itself. */
export const ownSteps = {
  'before the write': { decided: false, copies: [0] },
  'after the write': once,
  'before the letter': once,
  'after the letter': twice,
  'before the mark': twice,
  'after the mark': once,
  'before the index takes it up': once,
} as const satisfies Record<string, Expected>;

/** The same, where a search server is told of it. */
export const serverSteps = {
  'before the search server is told': once,
  'before the search server’s mark': { decided: true, copies: [1, 2] },
  'after the search server’s mark': { decided: true, copies: [1, 2] },
} as const satisfies Record<string, Expected>;

/** Where it is killed from outside: by the mail server before it answers, by the reviewer's browser, or at any moment. */
export const outerSteps = {
  'as the mail server takes the address': once,
  'as the mail server takes the letter': twice,
  'after the answer': { decided: true, copies: [1, 2] },
  'at any moment': { decided: null, copies: [0, 1, 2] },
} as const satisfies Record<string, Expected>;

export type OwnStep = keyof typeof ownSteps | keyof typeof serverSteps;
export type Step = OwnStep | keyof typeof outerSteps;

export const expectedAt = (step: Step): Expected => ({ ...ownSteps, ...serverSteps, ...outerSteps })[step];

/** Of the therapist with this id. */
export const addressOf = (id: string) => `${id}@practice.example`;
