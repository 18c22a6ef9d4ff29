import { addDays, type Day } from '../../domain/calendar.js';
import { FLAG_AFTER_DAYS, freshness, LAPSE_AFTER_DAYS, lapsesOn } from '../../domain/freshness.js';
import { reviewDue, reviewTimeInWords } from '../../domain/review-due.js';
import type { Status, Therapist } from '../../domain/therapist.js';
import { dayLabel } from '../../wording/dates.js';
import { reasonWords } from '../../wording/reasons.js';

/** The status of a therapist in plain words: what is, what happens next, and by when. */
export interface Standing {
  title: string;
  words: readonly string[];
  /** Whether patients do not find them, or will soon not find them. */
  warn: boolean;
}

export function standing(therapist: Therapist, today: Day): Standing {
  return standings[therapist.status](therapist, today);
}

function byWhen(therapist: Therapist, today: Day): string {
  const due = reviewDue(therapist);
  if (due === null) return `A reviewer decides within ${reviewTimeInWords(therapist)}.`;
  return due < today
    ? `We promised an answer by ${dayLabel(due)} and are late. Your application stands first in the queue.`
    : `You hear from us by ${dayLabel(due)}, by e-mail.`;
}

const standings: Record<Status, (therapist: Therapist, today: Day) => Standing> = {
  draft: (therapist) => ({
    title: 'Your application is not sent yet',
    words: [
      'It takes about ten minutes. Fill in the pages below in any order, stop whenever you like, and send it when nothing is missing.',
      `Nobody sees it before. After that a reviewer checks it within ${reviewTimeInWords(therapist)}.`,
    ],
    warn: false,
  }),
  submitted: (therapist, today) => ({
    title: 'Your application is sent',
    words: ['A reviewer checks each answer against your proof.', byWhen(therapist, today)],
    warn: false,
  }),
  'in-review': (therapist, today) => ({
    title: 'A reviewer is checking your application',
    words: [byWhen(therapist, today)],
    warn: false,
  }),
  'changes-asked': (therapist) => ({
    title: 'The reviewer has questions',
    words: [
      `Answer them below, change what they are about, and send it again. It then goes on within ${reviewTimeInWords(therapist)}.`,
    ],
    warn: true,
  }),
  listed: listedWords,
  paused: ({ confirmedAt }) => ({
    title: 'Your listing is paused',
    words: [
      'Patients do not find you. Nothing is lost: resume, and you are back at once.',
      ...(confirmedAt === null
        ? []
        : [`After ${dayLabel(lapsesOn(confirmedAt))} we ask you to confirm it first.`]),
    ],
    warn: true,
  }),
  suspended: (therapist) => ({
    title: 'Your listing is on hold',
    words: [
      'Patients do not find you.',
      ...whyOf(therapist, 'suspend'),
      'Mend what it is about below, and send it to a reviewer, who restores it.',
    ],
    warn: true,
  }),
  lapsed: () => ({
    title: 'Your listing is hidden',
    words: [
      `Nobody confirmed it for ${LAPSE_AFTER_DAYS} days. Look it through; when everything is still right, confirm it, and you are back at once.`,
    ],
    warn: true,
  }),
  declined: (therapist) => ({
    title: 'Your application was declined',
    words: [...whyOf(therapist, 'decline'), 'To apply anew, leave first: that erases this application.'],
    warn: true,
  }),
  withdrawn: () => ({ title: 'You have left', words: [], warn: true }),
};

function listedWords({ confirmedAt }: Therapist, today: Day): Standing {
  if (confirmedAt === null) return { title: 'You are listed', words: [], warn: false };
  const overdue = freshness(confirmedAt, today) !== 'current';
  const last = `You last confirmed everything on ${dayLabel(confirmedAt)}.`;
  return overdue
    ? {
        title: 'You are listed, and flagged as not confirmed lately',
        words: [
          last,
          `Unless you confirm it, patients do not find you from ${dayLabel(lapsesOn(confirmedAt))} on.`,
        ],
        warn: true,
      }
    : {
        title: 'You are listed',
        words: [last, `Confirm again by ${dayLabel(addDays(confirmedAt, FLAG_AFTER_DAYS))}; we remind you.`],
        warn: false,
      };
}

/** The last reason given for the action, and the reviewer's words. */
function whyOf({ history }: Therapist, action: 'suspend' | 'decline'): string[] {
  const last = history.findLast((event) => event.action === action);
  const reason = last?.reason == null ? [] : [`The reason: ${reasonWords[last.reason].page}.`];
  return [...reason, ...(last?.words == null ? [] : [`The reviewer wrote: “${last.words}”`])];
}

/** The status of a pending edit; `null` when there is none. */
export function editStanding(therapist: Therapist, today: Day): string | null {
  const { draftStatus } = therapist;
  if (draftStatus === null) return null;
  if (draftStatus === 'editing')
    return 'Not sent yet. Until a reviewer has looked, your page stays as it is.';
  if (draftStatus === 'changes-asked')
    return 'The reviewer has questions: answer them above, then send it again.';
  const due = reviewDue(therapist);
  const by = due === null || due < today ? 'soon' : `by ${dayLabel(due)}`;
  return `${draftStatus === 'submitted' ? 'Sent' : 'A reviewer is looking at it'}: you hear from us ${by}. Until then your page stays as it is.`;
}
