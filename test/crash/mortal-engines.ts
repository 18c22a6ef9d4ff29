/**
 * Opens the engines as the program does, and kills the process at one step (CRASH_AT) of the decision about one
 * therapist (CRASH_ABOUT). The program itself has no code for this.
 */
import {
  openMailer as openRealMailer,
  storeWhenReachable as openRealStore,
} from '../../src/compose/open-engines.js';
import type { Therapist } from '../../src/domain/therapist.js';
import type { Mailer } from '../../src/mail/mailer.js';
import type { Store, TherapistStore } from '../../src/storage/store.js';
import { addressOf, type OwnStep } from './decision-steps.js';

export * from '../../src/compose/open-engines.js';

const { CRASH_AT, CRASH_ABOUT = '' } = process.env;

/** Leases outlive a dead holder by half a minute. Shorter leases keep the rounds short. */
const leaseMs = (name: string) => (name === 'mail' ? 1000 : 4000);

function dieAt(step: OwnStep): void {
  if (step === CRASH_AT) process.kill(process.pid, 'SIGKILL');
}

/** The decision is stored; the decision is stored and its email is marked as sent. */
const isDecided = (one: Therapist | null) => one?.id === CRASH_ABOUT && one.history.length > 0;
const isMarked = (one: Therapist | null) => isDecided(one) && one?.queuedEmails.length === 0;

export async function storeWhenReachable(...given: Parameters<typeof openRealStore>): Promise<Store> {
  const store = await openRealStore(...given);
  const { leases } = store;
  return {
    ...store,
    leases: {
      ...leases,
      take: (name, holder, forMs, now) => leases.take(name, holder, Math.min(forMs, leaseMs(name)), now),
    },
    therapists: withKills(store.therapists),
  };
}

function withKills(therapists: TherapistStore): TherapistStore {
  return {
    ...therapists,
    async update(therapist) {
      if (!isDecided(therapist)) return therapists.update(therapist);
      const ofMark = isMarked(therapist);
      dieAt(ofMark ? 'before the mark' : 'before the write');
      const written = await therapists.update(therapist);
      dieAt(ofMark ? 'after the mark' : 'after the write');
      return written;
    },
    async changesSince(cursor, limit) {
      const found = await therapists.changesSince(cursor, limit);
      if (found.changes.some(({ therapist }) => isMarked(therapist))) dieAt('before the index update');
      return found;
    },
    async unindexed(limit) {
      const found = await therapists.unindexed(limit);
      if (found.some(isMarked)) dieAt('before the search server update');
      return found;
    },
    async markManyIndexed(marks) {
      // Before the decision the record has revision 1.
      const marksDecision = marks.some(({ id, revision }) => id === CRASH_ABOUT && revision > 1);
      if (marksDecision) dieAt('before the search server’s mark');
      await therapists.markManyIndexed(marks);
      if (marksDecision) dieAt('after the search server’s mark');
    },
  };
}

export async function openMailer(...given: Parameters<typeof openRealMailer>): Promise<Mailer> {
  const mailer = await openRealMailer(...given);
  return {
    ...mailer,
    async send(email) {
      const isIt = email.to === addressOf(CRASH_ABOUT);
      if (isIt) dieAt('before the email');
      await mailer.send(email);
      if (isIt) dieAt('after the email');
    },
  };
}
