import { type Day, dayNumber, type Instant } from '../../domain/calendar.js';
import type { Action } from '../../domain/history.js';
import type { Therapist } from '../../domain/therapist.js';
import { isOnceListed } from '../../domain/workflow/permission.js';
import { caseOf } from '../subject.js';

/** The status of a record, for a reviewer. */
export const statusLabels: Readonly<Record<Therapist['status'], string>> = {
  draft: 'Being written, not sent',
  submitted: 'Sent, waits for a reviewer',
  'in-review': 'In review',
  'changes-asked': 'Waits for the therapist’s answers',
  listed: 'Listed',
  paused: 'Paused by the therapist',
  suspended: 'Suspended',
  lapsed: 'Lapsed: not confirmed for 120 days',
  declined: 'Declined',
  withdrawn: 'Left',
};

const stepLabels: Readonly<Record<NonNullable<Therapist['draftStatus']>, string>> = {
  editing: 'a change is being written',
  submitted: 'a change waits for a reviewer',
  'in-review': 'a change is in review',
  'changes-asked': 'a change waits for the therapist’s answers',
};

export function statusWords({ status, draftStatus }: Pick<Therapist, 'status' | 'draftStatus'>): string {
  return draftStatus === null ? statusLabels[status] : `${statusLabels[status]}; ${stepLabels[draftStatus]}`;
}

/** What happened, at the start of a line of the history. */
export const actionLabels: Readonly<Record<Action, string>> = {
  begin: 'Began an application',
  invite: 'Was invited',
  submit: 'Sent it to be reviewed',
  'take-back': 'Took it back',
  claim: 'Claimed it',
  release: 'Released it',
  ask: 'Asked for changes',
  approve: 'Agreed to list it; a second reviewer has to, too',
  list: 'Listed it',
  decline: 'Declined it',
  drop: 'Dropped the change',
  edit: 'Changed what may change at once',
  confirm: 'Confirmed that everything is still right',
  pause: 'Paused the listing',
  resume: 'Resumed the listing',
  suspend: 'Suspended the listing',
  restore: 'Restored the listing',
  lapse: 'The listing lapsed: not confirmed for 120 days',
  remind: 'Asked to confirm',
  warn: 'Warned of a license that ends',
  expire: 'A license ended',
  correct: 'Corrected the listing',
  recheck: 'Saved findings',
  withdraw: 'Left',
};

/** The name that reviewers see; the email address while there is no name. */
export function nameOf(therapist: Therapist): string {
  const { profile } = caseOf(therapist);
  return (
    profile.name ??
    therapist.published?.name ??
    (therapist.status === 'withdrawn' ? 'Somebody who left' : therapist.email)
  );
}

export const kindWords = (therapist: Therapist) => (isOnceListed(therapist) ? 'Edit' : 'Application');

const moment = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });

/** "Mar 2, 2026, 2:05 PM UTC". */
export const momentLabel = (at: Instant) => `${moment.format(new Date(at))} UTC`;
/** "Mar 2", where the year is obvious. */
export const shortLabel = (day: Day | Instant) => shortDay.format(new Date(dayNumber(day) * 86_400_000));
