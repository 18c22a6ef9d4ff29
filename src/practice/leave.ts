import { addDays, type Clock, toDay } from '../domain/calendar.js';
import { type Erasure, erasureHashes } from '../domain/erasure.js';
import type { StandaloneEmail } from '../domain/queued-email.js';
import type { Therapist } from '../domain/therapist.js';
import { act } from '../domain/workflow/act.js';
import { erasures, standaloneEmails } from '../storage/kinds.js';
import { Missing, type Store } from '../storage/store.js';
import { retryOnConflict } from '../storage/update-with-retry.js';
import { eraseTraces } from './erase-traces.js';

export interface LeaveDeps {
  store: Pick<Store, 'therapists' | 'records'>;
  /** Answers 64 hex digits, keyed by the secret of this installation. */
  hash: (text: string) => string;
  clock: Clock;
  newId: () => string;
}

const FAREWELL_DAYS = 14;

/**
 * Erases a therapist who leaves: first it writes the erasure, then the farewell, then it clears what other records say of them, and last
 * the record itself. A kill in between leaves the record, so that it is done again from the start. A therapist who has left already is
 * answered as they are.
 * @throws Missing when there is no such record. @throws Conflict when others keep writing it
 */
export function leave({ store, hash, clock, newId }: LeaveDeps) {
  async function once(id: string): Promise<Therapist> {
    const therapist = await store.therapists.get(id);
    if (therapist === null) throw new Missing('There is no such therapist.');
    if (therapist.status === 'withdrawn') return therapist;
    const now = clock.now();
    const actor = { role: 'therapist' as const, email: null };
    const left = act(therapist, { action: 'withdraw' }, { actor, now, newId, twoReviewers: false });
    // Replaces what an interrupted first time wrote: the record may have changed since.
    await store.records(erasures).restore(erasureOf(therapist, hash, toDay(now)));
    await store.records(standaloneEmails).restore(farewell(therapist, now));
    await eraseTraces(store, therapist, now.toISOString());
    return store.therapists.update(left);
  }

  return ({ id }: Pick<Therapist, 'id'>): Promise<Therapist> => retryOnConflict(() => once(id));
}

/** That a therapist left, and whether they were declined or suspended when they did. */
function erasureOf(therapist: Therapist, hash: LeaveDeps['hash'], on: string): Erasure {
  const action = { declined: 'decline', suspended: 'suspend' }[therapist.status as string] ?? 'withdraw';
  const why = therapist.history.findLast((event) => event.action === action)?.reason;
  return {
    id: `left.${therapist.id}`,
    revision: 1,
    hashes: erasureHashes(therapist, hash),
    action,
    reason: why ?? 'own-wish',
    on,
  };
}

function farewell({ id, email }: Therapist, now: Date): StandaloneEmail {
  const at = now.toISOString();
  const endsAt = `${addDays(at, FAREWELL_DAYS)}T00:00:00.000Z`;
  return {
    id: `left.${id}`,
    revision: 1,
    kind: 'left',
    facts: {},
    at,
    tries: 0,
    nextTryAt: at,
    to: email,
    endsAt,
  };
}
