import { type Clock, type Day, toDay } from '../domain/calendar.js';
import type { StateCode } from '../domain/reference/states.js';
import { reviewDue } from '../domain/review-due.js';
import type { Therapist } from '../domain/therapist.js';
import { QUEUE_TAG } from '../domain/therapist-tags.js';
import { isEmail, isOnceListed } from '../domain/workflow/permission.js';
import type { Store } from '../storage/store.js';
import type { QueueQuery, Show } from './queue-query.js';

export const QUEUE_PAGE = 25;
/** The most records to read, oldest first. The page says when the queue is longer. */
export const MOST_LOOKED_AT = 1000;

export interface QueuePage {
  therapists: Therapist[];
  /** How many cases each choice would show, in the chosen state. */
  counts: Record<Show, number>;
  /** For the current choice. */
  total: number;
  /** All waiting cases. */
  waiting: number;
  page: number;
  pages: number;
}

/** Cases that wait for a reviewer, by due date, so the overdue ones first. */
export async function readQueue(
  { store, clock }: { store: Store; clock: Clock },
  { show, state, page }: Pick<QueueQuery, 'show' | 'state' | 'page'>,
  email: string,
): Promise<QueuePage> {
  const [all, waiting] = await Promise.all([
    store.therapists.tagged(QUEUE_TAG, { limit: MOST_LOOKED_AT }),
    store.therapists.countTagged(QUEUE_TAG),
  ]);
  const here = state === null ? all : all.filter((therapist) => claimsState(therapist, state));
  const choices = choicesFor(email, toDay(clock.now()));
  const chosen = here.filter(choices[show]).sort(soonestDue);
  const counts = Object.fromEntries(
    Object.entries(choices).map(([name, belongs]) => [name, here.filter(belongs).length]),
  ) as Record<Show, number>;
  const pages = Math.max(1, Math.ceil(chosen.length / QUEUE_PAGE));
  const at = Math.min(page, pages);
  const therapists = chosen.slice((at - 1) * QUEUE_PAGE, at * QUEUE_PAGE);
  return { therapists, counts, total: chosen.length, waiting, page: at, pages };
}

function choicesFor(email: string, today: Day): Record<Show, (therapist: Therapist) => boolean> {
  return {
    all: () => true,
    applications: (therapist) => !isOnceListed(therapist),
    edits: isOnceListed,
    mine: ({ claimedBy }) => isEmail(claimedBy, email),
    unclaimed: ({ claimedBy }) => claimedBy === null,
    overdue: (therapist) => isOverdue(therapist, today),
  };
}

export function isOverdue(therapist: Therapist, today: Day): boolean {
  const due = reviewDue(therapist);
  return due !== null && due < today;
}

/** Sorts by due date, then by waiting time. An edit can be due before an older application. */
function soonestDue(one: Therapist, other: Therapist): number {
  const keys = [one, other].map(
    ({ waitingSince, ...rest }) => `${reviewDue({ waitingSince, ...rest })} ${waitingSince}`,
  ) as [string, string];
  return keys[0] < keys[1] ? -1 : Number(keys[0] > keys[1]);
}

/** Whether the public profile or the draft claims authority in that state. */
export function claimsState({ draft, published }: Therapist, state: StateCode): boolean {
  return [draft, published].some((profile) => profile?.authority?.some((held) => held.state === state));
}
