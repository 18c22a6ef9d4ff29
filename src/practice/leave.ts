import { addDays, type Clock, toDay } from '../domain/calendar.js';
import { type Erasure, erasureHashes } from '../domain/erasure.js';
import type { StandaloneEmail } from '../domain/queued-email.js';
import type { Therapist } from '../domain/therapist.js';
import { act } from '../domain/workflow/act.js';
import { erasures, standaloneEmails } from '../storage/kinds.js';
import { Conflict, Missing, type Store } from '../storage/store.js';
import { eraseTraces } from './erase-traces.js';

export interface LeaveTools {
  store: Pick<Store, 'therapists' | 'records'>;
  /** Answers 64 hex digits, keyed by the secret of this installation. */
  hash: (text: string) => string;
  clock: Clock;
  newId: () => string;
}

const LETTER_DAYS = 14;
const TRIES = 10;

/**
 * Erases a therapist who leaves: first what remembers that somebody left, then the last letter, then what other records
 * tell of them, and at the end the record, which alone says whom to do it for. Killed in between, it is done anew from the start without a trace of the first time;
 * somebody who has left already is answered as they are.
 * @throws Missing when there is no such record. @throws Conflict when somebody else keeps writing it
 */
export function leave({ store, hash, clock, newId }: LeaveTools) {
  async function once(therapist: Therapist): Promise<Therapist> {
    const now = clock.now();
    const actor = { role: 'therapist' as const, email: null };
    const left = act(therapist, { action: 'withdraw' }, { actor, now, newId, twoReviewers: false });
    // What was there from a first time is replaced: since then, the record may have changed.
    await store.records(erasures).restore(erasureOf(therapist, hash, toDay(now)));
    await store.records(standaloneEmails).restore(farewell(therapist, now));
    await eraseTraces(store, therapist, now.toISOString());
    return store.therapists.update(left);
  }

  return async ({ id }: Pick<Therapist, 'id'>): Promise<Therapist> => {
    for (let tries = 1; ; tries++) {
      const therapist = await store.therapists.get(id);
      if (therapist === null) throw new Missing('There is no such therapist.');
      if (therapist.status === 'withdrawn') return therapist;
      const left = await once(therapist).catch((error: unknown) => {
        // A clock wrote in between: what is erased is to be what is there.
        if (error instanceof Conflict && error.field === 'revision' && tries < TRIES) return null;
        throw error;
      });
      if (left !== null) return left;
    }
  };
}

/** That somebody left, and whether they were declined or suspended when they did. */
function erasureOf(therapist: Therapist, hash: LeaveTools['hash'], on: string): Erasure {
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
  const endsAt = `${addDays(at, LETTER_DAYS)}T00:00:00.000Z`;
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
