import { addBusinessDays } from './business-days.js';
import { type Day, toDay } from './calendar.js';
import type { Therapist } from './therapist.js';
import { isOnceListed } from './workflow/permission.js';

/** Business days within which a reviewer decides: of an application everything is new, of an edit little. */
const DUE_IN = { application: 5, edit: 2 } as const;
export type Sent = keyof typeof DUE_IN;

const inWords: Readonly<Record<Sent, string>> = {
  application: 'five business days',
  edit: 'two business days',
};

/** What a therapist sends to a reviewer, as things stand. */
const sentBy = (therapist: Pick<Therapist, 'status'>): Sent =>
  isOnceListed(therapist) ? 'edit' : 'application';

/** By when what is sent on `day` is answered. */
export const dueWhenSent = (sent: Sent, day: Day): Day => addBusinessDays(day, DUE_IN[sent]);

/** The same of what this therapist sends on `day`. */
export const dueIfSent = (therapist: Pick<Therapist, 'status'>, day: Day): Day =>
  dueWhenSent(sentBy(therapist), day);

/** By when a reviewer decides on what waits; `null` when nothing does. */
export function reviewDue(therapist: Pick<Therapist, 'status' | 'waitingSince'>): Day | null {
  const { waitingSince } = therapist;
  return waitingSince === null ? null : dueIfSent(therapist, toDay(new Date(waitingSince)));
}

/** How long a reviewer has, as it is promised. */
export const reviewTimeInWords = (therapist: Pick<Therapist, 'status'>): string => inWords[sentBy(therapist)];
