import type { ReportReason } from '../domain/report.js';

/** What a visitor may tell, in the words they read, in the order of how often it happens. */
export const offered = [
  ['not-accepting', 'Not taking new patients, though it says so here'],
  ['insurance-wrong', 'Does not take the insurance that stands here'],
  ['cannot-be-reached', 'Cannot be reached: wrong number, no answer, mail comes back'],
  ['not-licensed-here', 'May not treat in a state that stands here'],
  ['other', 'Something else'],
] as const satisfies readonly (readonly [ReportReason, string])[];

export type OfferedReason = (typeof offered)[number][0];

export const offeredIds = offered.map(([id]) => id);

/** What was told, in the words of reviewers and therapists. */
export const reasonLabels: Record<ReportReason, string> = {
  ...(Object.fromEntries(offered) as Record<OfferedReason, string>),
  'address-refused': 'The mail server refuses the address for sign-in and reminders for good',
};
