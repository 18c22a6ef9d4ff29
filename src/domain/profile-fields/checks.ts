import { type QuestionId, questionIds } from '../questions.js';

/** What a reviewer checks about the person, besides the answers and each authority. */
export const personChecks = ['identity', 'standing', 'malpractice', 'references'] as const;
export type PersonCheck = (typeof personChecks)[number];

/** Everything that a reviewer can check. `authority` is a check of its own for each license, registration and privilege. */
export type CheckId = QuestionId | PersonCheck | 'authority' | 'psypact';

/**
 * How many days a check holds; `null` means as long as the checked value stays. A license, good standing and exclusions are looked up
 * again every month, as credentialing bodies have done since 2025. A caseload counts for a year. A training never ends.
 */
export const checkHoldsDays: Readonly<Record<CheckId, number | null>> = {
  identity: null,
  standing: 30,
  malpractice: 365,
  references: null,
  authority: 30,
  psypact: 30,
  training: null,
  caseload: 365,
  scope: null,
  'difficult-material': null,
  coordination: null,
};

/** Every check by its id. */
export const checkIds: readonly CheckId[] = [...personChecks, 'authority', 'psypact', ...questionIds];
