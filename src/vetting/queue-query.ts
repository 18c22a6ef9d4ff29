import { isStateCode, type StateCode } from '../domain/reference/states.js';
import { paths } from '../web/paths.js';

/** Which waiting cases to show. */
export const shows = ['all', 'applications', 'edits', 'mine', 'unclaimed', 'overdue'] as const;
export type Show = (typeof shows)[number];

export interface QueueQuery {
  show: Show;
  state: StateCode | null;
  /** Searches all records instead: a name, email address, NPI or license number. */
  q: string;
  page: number;
  /** What was just done and to which therapist, for a notice. */
  done: string;
  about: string;
}

const LONGEST = 120;

/** The query in an address. Invalid parts are ignored. */
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

/** The address of the queue for a query, without default values and without the notice. */
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
