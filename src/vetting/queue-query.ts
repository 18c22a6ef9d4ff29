import { isStateCode, type StateCode } from '../domain/reference/states.js';
import { paths } from '../web/paths.js';

/** Which of those who wait are shown. */
export const shows = ['all', 'applications', 'edits', 'mine', 'unclaimed', 'overdue'] as const;
export type Show = (typeof shows)[number];

export interface QueueQuery {
  show: Show;
  state: StateCode | null;
  /** Looks somebody up among all records instead: a name, e-mail address, NPI or license number. */
  q: string;
  page: number;
  /** What was just done, and about whom: for one notice. */
  done: string;
  about: string;
}

const LONGEST = 120;

/** What the address asks for; what makes no sense in it is left out. */
export function parseQueueQuery(search: URLSearchParams): QueueQuery {
  const text = (name: string) => (search.get(name) ?? '').trim().slice(0, LONGEST);
  const state = text('state').toUpperCase();
  const show = text('show') as Show;
  return {
    show: shows.includes(show) ? show : 'all',
    state: isStateCode(state) ? state : null,
    q: text('q').toWellFormed().replaceAll('\0', ''),
    page: /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1,
    done: text('done'),
    about: text('about'),
  };
}

/** The address of the queue with this asked for; what is as usual is left out, and so is the notice. */
export function queuePath({
  show,
  state,
  q,
  page,
}: Pick<QueueQuery, 'show' | 'state' | 'q' | 'page'>): string {
  const params = new URLSearchParams();
  if (show !== 'all') params.set('show', show);
  if (state !== null) params.set('state', state);
  if (q !== '') params.set('q', q);
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? paths.review : `${paths.review}?${params}`;
}
