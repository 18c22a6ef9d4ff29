/** The expected state after a death at a step. */
interface Expected {
  /** Whether the decision is in the store; `null` when it is unknown. */
  decided: boolean | null;
  /** How often its email may arrive, always with the same Message-ID. */
  copies: readonly number[];
}

const once = { decided: true, copies: [1] } as const;
const twice = { decided: true, copies: [2] } as const;

/** Steps at which the process kills itself. */
export const ownSteps = {
  'before the write': { decided: false, copies: [0] },
  'after the write': once,
  'before the email': once,
  'after the email': twice,
  'before the mark': twice,
  'after the mark': once,
  'before the index update': once,
} as const satisfies Record<string, Expected>;

/** More steps with a search server. */
export const serverSteps = {
  'before the search server update': once,
  'before the search server’s mark': { decided: true, copies: [1, 2] },
  'after the search server’s mark': { decided: true, copies: [1, 2] },
} as const satisfies Record<string, Expected>;

/**
 * Steps at which it is killed from outside: by the mail server before it answers, by the reviewer's browser, or
 * at any moment.
 */
export const outerSteps = {
  'as the mail server takes the address': once,
  'as the mail server takes the email': twice,
  'after the answer': { decided: true, copies: [1, 2] },
  'at any moment': { decided: null, copies: [0, 1, 2] },
} as const satisfies Record<string, Expected>;

export type OwnStep = keyof typeof ownSteps | keyof typeof serverSteps;
export type Step = OwnStep | keyof typeof outerSteps;

export const expectedAt = (step: Step): Expected => ({ ...ownSteps, ...serverSteps, ...outerSteps })[step];

/** The email address of the therapist with this id. */
export const addressOf = (id: string) => `${id}@practice.example`;
