import type { Clock } from '../domain/calendar.js';
import { nextDueAt } from '../domain/due.js';
import type { QueuedEmail } from '../domain/queued-email.js';
import type { Therapist } from '../domain/therapist.js';
import { Conflict, Missing, type Store } from '../storage/store.js';
import { isGivenUp, putOff } from './mail-backoff.js';
import type { MailLog } from './mail-log.js';
import type { MailSender, Outcome } from './mail-sender.js';
import type { ReportRefused } from './refused-address.js';

export interface TherapistEmailsOptions {
  store: Store;
  clock: Clock;
  log: MailLog;
  sendMail: MailSender;
  /** The path of the link that confirms; `null` when no such link is out. */
  confirmPath: (therapist: Therapist) => string | null;
  reportRefused: ReportRefused;
}

/** A letter in a therapist's record. */
export interface TherapistEmail {
  therapistId: string;
  emailId: string;
}

/** How often a mark is written again when somebody else writes the record meanwhile. */
const MARKS = 20;
const BATCH = 1000;

/** The letters that wait in therapists' records. */
export function createTherapistEmails(options: TherapistEmailsOptions) {
  const { store, clock, log, sendMail, confirmPath, reportRefused } = options;
  const { therapists } = store;
  const isDue = ({ nextTryAt }: QueuedEmail) => nextTryAt <= clock.now().toISOString();

  async function read({ therapistId, emailId }: TherapistEmail) {
    const therapist = await therapists.get(therapistId);
    const letter = therapist?.queuedEmails.find(({ id }) => id === emailId);
    return therapist && letter ? { therapist, letter } : null;
  }

  /** Takes the letter out of the record, or puts it off, whatever else is written to it at the same time. */
  async function mark(which: TherapistEmail, outcome: Outcome): Promise<void> {
    for (let left = MARKS; ; left--) {
      const found = await read(which);
      if (found === null) return;
      const { therapist, letter } = found;
      const now = clock.now();
      const queuedEmails = therapist.queuedEmails.flatMap((one) => {
        if (one.id !== letter.id) return [one];
        return outcome === 'later' ? [putOff(one, now)] : [];
      });
      const next = { ...therapist, queuedEmails };
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

  async function send(which: TherapistEmail): Promise<Outcome> {
    const found = await read(which);
    if (found === null || !isDue(found.letter)) return 'sent';
    const { therapist, letter } = found;
    if (isGivenUp(letter, clock.now())) {
      log.gaveUp(letter, 'too late');
      await mark(which, 'refused');
      return 'sent';
    }
    const path = confirmPath(therapist);
    const outcome = await sendMail(letter, { to: therapist.email, path, therapist });
    if (outcome === 'refused') {
      log.gaveUp(letter, 'refused');
      await reportRefused(therapist, letter.id);
    }
    await mark(which, outcome);
    return outcome;
  }

  return {
    /** The next that are due. */
    async due(limit: number): Promise<TherapistEmail[]> {
      const found = await therapists.due(clock.now().toISOString(), BATCH);
      return found
        .flatMap(({ id, queuedEmails }) =>
          queuedEmails.filter(isDue).map((letter) => ({ therapistId: id, emailId: letter.id })),
        )
        .slice(0, limit);
    },
    send,
  };
}
