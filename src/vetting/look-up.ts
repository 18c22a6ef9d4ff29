import type { Clock } from '../domain/calendar.js';
import { toDay } from '../domain/calendar.js';
import { stateCodes } from '../domain/reference/states.js';
import { fold } from '../domain/text.js';
import type { Status, Therapist } from '../domain/therapist.js';
import { statuses } from '../domain/therapist.js';
import { licenseTag, nameTag, npiTag, statusTag } from '../domain/therapist-tags.js';
import { emptyQuery } from '../search/query-fields.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import { claimsState, MOST_LOOKED_AT } from './queue.js';
import type { QueueQuery } from './queue-query.js';

/** The most results. */
export const MOST_FOUND = 50;

export interface LookUpTools {
  store: Store;
  /** Finds listed therapists by name. */
  index: SearchIndex;
  clock: Clock;
}

/** Statuses with few enough records to scan for a name. The index finds listed therapists. */
const hidden: readonly Status[] = statuses.filter((status) => status !== 'listed' && status !== 'withdrawn');

/**
 * Searches all records by email address, NPI, license number, slug or name, in one state if one is chosen. Whole-word matches come first.
 * At most {@link MOST_FOUND}.
 */
export async function lookUp(deps: LookUpTools, { q, state }: Pick<QueueQuery, 'q' | 'state'>) {
  const found = new Map<string, Therapist>();
  for (const therapist of (await Promise.all(ways(deps, q, state))).flat())
    if (state === null || claimsState(therapist, state)) found.set(therapist.id, therapist);
  return [...found.values()].slice(0, MOST_FOUND);
}

function ways(deps: LookUpTools, q: string, state: QueueQuery['state']): Promise<Therapist[]>[] {
  const { therapists } = deps.store;
  const few = { limit: MOST_FOUND };
  const there = (one: Promise<Therapist | null>) =>
    one.then((therapist) => therapist ?? []).then((x) => [x].flat());
  if (q.includes('@')) return [there(therapists.getByEmail(q))];
  const within = state === null ? stateCodes : [state];
  const byNumber = /\d/.test(q)
    ? [npiTag(q.replace(/\D/g, '')), ...within.map((code) => licenseTag(code, q))]
    : within.map((code) => nameTag(code, q));
  return [
    ...byNumber.map((tag) => therapists.tagged(tag, few)),
    there(therapists.getBySlug(q)),
    ...hidden.map((status) => named(deps.store, status, q)),
    listed(deps, q),
  ];
}

/** Therapists of one status whose public or drafted name contains every typed word. */
async function named({ therapists }: Store, status: Status, q: string): Promise<Therapist[]> {
  const words = fold(q).split(/\s+/).filter(Boolean);
  const some = await therapists.tagged(statusTag(status), { limit: MOST_LOOKED_AT, newestFirst: true });
  return some.filter(({ draft, published }) => {
    const name = fold(`${draft?.name ?? ''} ${published?.name ?? ''}`);
    return words.every((word) => name.includes(word));
  });
}

async function listed({ store, index, clock }: LookUpTools, q: string): Promise<Therapist[]> {
  const { hits } = await index.search({ ...emptyQuery, q }, toDay(clock.now()));
  return store.therapists.getMany(hits.map(({ id }) => id));
}
