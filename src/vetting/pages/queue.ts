import { type Day, daysBetween } from '../../domain/calendar.js';
import { stateCodes, states } from '../../domain/reference/states.js';
import { reviewDue } from '../../domain/review-due.js';
import type { Therapist } from '../../domain/therapist.js';
import { allowedActions, isEmail } from '../../domain/workflow/permission.js';
import { paths } from '../../web/paths.js';
import { dayLabel, daysAgo } from '../../wording/dates.js';
import { counted, figure } from '../../wording/numbers.js';
import { addresses } from '../addresses.js';
import { isOverdue, MOST_LOOKED_AT, type QueuePage } from '../queue.js';
import { type QueueQuery, queuePath, type Show } from '../queue-query.js';
import { noticeOf } from './notices.js';
import { kindWords, nameOf, shortLabel, statusWords } from './words.js';

const showLabels: Readonly<Record<Show, string>> = {
  all: 'All',
  applications: 'Applications',
  edits: 'Edits',
  mine: 'Claimed by me',
  unclaimed: 'Unclaimed',
  overdue: 'Overdue',
};

interface Shown {
  query: QueueQuery;
  queue: QueuePage;
  /** The search results; `null` when nothing was searched. */
  found: Therapist[] | null;
  /** The therapist that the notice is about. */
  about: Therapist | null;
  email: string;
  formToken: string;
  today: Day;
}

/** The queue, or the search results among all records. */
export function queuePage({ query, queue, found, about, email, formToken, today }: Shown) {
  const row = (therapist: Therapist) => ({ ...rowOf(therapist, email, today), formToken });
  return {
    notice: noticeOf(query.done, about),
    heading: found === null ? 'Queue' : `Looking for “${query.q}”`,
    counts: (Object.keys(showLabels) as Show[]).map((show) => ({
      label: showLabels[show],
      count: figure(queue.counts[show]),
      href: queuePath({ ...query, show, q: '', page: 1 }),
      current: found === null && query.show === show,
    })),
    show: query.show === 'all' ? '' : query.show,
    q: query.q,
    action: paths.review,
    states: [
      { value: '', label: 'Any state', count: null, chosen: query.state === null },
      ...stateCodes.map((code) => ({
        value: code,
        label: states[code].name,
        count: null,
        chosen: query.state === code,
      })),
    ],
    rows: (found ?? queue.therapists).map(row),
    looking: found !== null,
    summary: found === null ? waitingWords(queue) : counted(found.length, 'record'),
    tooMany: queue.waiting > MOST_LOOKED_AT ? figure(MOST_LOOKED_AT) : '',
    filtered: query.show !== 'all' || query.state !== null,
    everything: paths.review,
    previous: found === null && queue.page > 1 ? queuePath({ ...query, page: queue.page - 1 }) : '',
    next: found === null && queue.page < queue.pages ? queuePath({ ...query, page: queue.page + 1 }) : '',
    place: `Page ${queue.page} of ${queue.pages}`,
  };
}

function waitingWords({ total, counts }: QueuePage): string {
  const late = counts.overdue === 0 ? '' : `, ${figure(counts.overdue)} overdue`;
  return `${figure(total)} ${total === 1 ? 'waits' : 'wait'} for a reviewer${late}`;
}

function rowOf(therapist: Therapist, email: string, today: Day) {
  const { id, waitingSince, claimedBy, approvedBy } = therapist;
  const profile = therapist.draft ?? therapist.published;
  const may = allowedActions(therapist, 'reviewer', email);
  const mine = isEmail(claimedBy, email);
  const due = reviewDue(therapist);
  return {
    name: nameOf(therapist),
    href: addresses.one(id),
    kind: waitingSince === null ? '' : kindWords(therapist),
    status: statusWords(therapist),
    states: [...new Set((profile?.authority ?? []).map(({ state }) => state))].join(', '),
    waits:
      waitingSince === null
        ? ''
        : `${shortLabel(waitingSince)}, ${daysAgo(daysBetween(waitingSince, today))}`,
    due: due === null ? '' : shortLabel(due),
    dueLong: due === null ? '' : dayLabel(due),
    overdue: isOverdue(therapist, today),
    claimedBy: mine ? 'You' : (claimedBy ?? ''),
    approved: approvedBy !== null,
    own: isEmail(therapist.email, email),
    claim: waitingSince !== null && may.includes('claim') ? addresses.claim(id) : '',
    release: mine && may.includes('release') ? addresses.release(id) : '',
  };
}
