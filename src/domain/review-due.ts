import { addBusinessDays } from './business-days.js';
import { type Day, toDay } from './calendar.js';
import type { Therapist } from './therapist.js';
import { isOnceListed } from './workflow/permission.js';

/** Business days within which a reviewer decides. An application takes longer than an edit, because all of it is new. */
const DUE_IN = { application: 5, edit: 2 } as const;
export type Sent = keyof typeof DUE_IN;

const inWords: Readonly<Record<Sent, string>> = {
  application: 'five business days',
  edit: 'two business days',
};

/** What a therapist sends to a reviewer at present. */
const sentBy = (therapist: Pick<Therapist, 'status'>): Sent =>
  isOnceListed(therapist) ? 'edit' : 'application';

/** The last day to answer what is sent on `day`. */
export const dueWhenSent = (sent: Sent, day: Day): Day => addBusinessDays(day, DUE_IN[sent]);

/** The same for what this therapist sends on `day`. */
export const dueIfSent = (therapist: Pick<Therapist, 'status'>, day: Day): Day =>
  dueWhenSent(sentBy(therapist), day);

/** The last day to decide on what waits; `null` when nothing waits. */
export function reviewDue(therapist: Pick<Therapist, 'status' | 'waitingSince'>): Day | null {
  const { waitingSince } = therapist;
  return waitingSince === null ? null : dueIfSent(therapist, toDay(new Date(waitingSince)));
}

/** How long a reviewer takes, as we promise it. */
export const reviewTimeInWords = (therapist: Pick<Therapist, 'status'>): string => inWords[sentBy(therapist)];
