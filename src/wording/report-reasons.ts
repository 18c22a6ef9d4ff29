import { type ReportReason, reportReasons } from '../domain/report.js';

/** What was reported of a listing, once for each reader. */
interface ReportReasonWords {
  /** What visitors choose from, and reviewers read. */
  readonly label: string;
  /** On the therapist's overview, after "Somebody told us that". */
  readonly page: string;
  /** In an email, after "Somebody told us about your page that". */
  readonly email: string;
}

/** Reasons of reports in words. */
export const reportReasonWords: Readonly<Record<ReportReason, ReportReasonWords>> = {
  'not-accepting': {
    label: 'Not taking new patients, though it says so here',
    page: 'you do not take new patients',
    email: 'you are not taking new patients',
  },
  'insurance-wrong': {
    label: 'Does not take the insurance that stands here',
    page: 'the insurance on your page is wrong',
    email: 'the insurance on it is wrong',
  },
  'cannot-be-reached': {
    label: 'Cannot be reached: wrong number, no answer, mail comes back',
    page: 'you cannot be reached',
    email: 'you cannot be reached by what stands there',
  },
  'not-licensed-here': {
    label: 'May not treat in a state that stands here',
    page: 'you are not licensed where your page says',
    email: 'you are not licensed in a state that it names',
  },
  other: {
    label: 'Something else',
    page: 'something else on your page is wrong',
    email: 'something on it is wrong',
  },
  'address-refused': {
    label: 'The mail server refuses the address for sign-in and reminders for good',
    page: 'our e-mails to your address come back',
    email: 'our letters do not reach you',
  },
};

export type OfferedReason = Exclude<ReportReason, 'address-refused'>;

/** What a visitor can choose, in the order of how often it happens. The refusal of an address is reported by the mail queue alone. */
export const offeredReasons = reportReasons.filter(
  (reason): reason is OfferedReason => reason !== 'address-refused',
);

/** What was reported, as an email says it to the therapist. */
export const reportedInEmail = (reason: string | undefined): string =>
  (reportReasonWords[reason as ReportReason] ?? reportReasonWords.other).email;
