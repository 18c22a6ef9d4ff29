import type { Clock } from '../domain/calendar.js';
import { nextDueAt } from '../domain/due.js';
import type { WaitingLetter } from '../domain/letters.js';
import type { Therapist } from '../domain/therapist.js';
import { Conflict, Missing, type Store } from '../storage/store.js';
import type { Desk, Outcome } from './post-desk.js';
import type { PostLog } from './post-log.js';
import { isGivenUp, putOff } from './post-patience.js';
import type { ReportRefused } from './refused-address.js';

export interface TherapistPostOptions {
  store: Store;
  clock: Clock;
  log: PostLog;
  desk: Desk;
  /** The path of the link that confirms; `null` when no such link is out. */
  confirmPath: (therapist: Therapist) => string | null;
  reportRefused: ReportRefused;
}

/** A letter in a therapist's record. */
export interface TherapistLetter {
  therapistId: string;
  letterId: string;
}

/** How often a mark is written again when somebody else writes the record meanwhile. */
const MARKS = 20;
const BATCH = 1000;

/** The letters that wait in therapists' records. */
export function createTherapistPost(options: TherapistPostOptions) {
  const { store, clock, log, desk, confirmPath, reportRefused } = options;
  const { therapists } = store;
  const isDue = ({ nextTryAt }: WaitingLetter) => nextTryAt <= clock.now().toISOString();

  async function read({ therapistId, letterId }: TherapistLetter) {
    const therapist = await therapists.get(therapistId);
    const letter = therapist?.letters.find(({ id }) => id === letterId);
    return therapist && letter ? { therapist, letter } : null;
  }

  /** Takes the letter out of the record, or puts it off, whatever else is written to it at the same time. */
  async function mark(which: TherapistLetter, outcome: Outcome): Promise<void> {
    for (let left = MARKS; ; left--) {
      const found = await read(which);
      if (found === null) return;
      const { therapist, letter } = found;
      const now = clock.now();
      const letters = therapist.letters.flatMap((one) => {
        if (one.id !== letter.id) return [one];
        return outcome === 'later' ? [putOff(one, now)] : [];
      });
      const next = { ...therapist, letters };
      const done = await therapists.update({ ...next, nextDueAt: nextDueAt(next, now) }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Missing) return true;
          if (error instanceof Conflict && left > 0) return false;
          throw error;
        },
      );
      if (done) return;
    }
  }

  async function send(which: TherapistLetter): Promise<Outcome> {
    const found = await read(which);
    if (found === null || !isDue(found.letter)) return 'sent';
    const { therapist, letter } = found;
    if (isGivenUp(letter, clock.now())) {
      log.gaveUp(letter, 'too late');
      await mark(which, 'refused');
      return 'sent';
    }
    const path = confirmPath(therapist);
    const outcome = await desk(letter, { to: therapist.email, path, therapist });
    if (outcome === 'refused') {
      log.gaveUp(letter, 'refused');
      await reportRefused(therapist, letter.id);
    }
    await mark(which, outcome);
    return outcome;
  }

  return {
    /** The next that are due. */
    async due(limit: number): Promise<TherapistLetter[]> {
      const found = await therapists.due(clock.now().toISOString(), BATCH);
      return found
        .flatMap(({ id, letters }) =>
          letters.filter(isDue).map((letter) => ({ therapistId: id, letterId: letter.id })),
        )
        .slice(0, limit);
    },
    send,
  };
}
