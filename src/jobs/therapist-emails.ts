import type { Clock } from '../domain/calendar.js';
import { nextDueAt } from '../domain/due.js';
import type { QueuedEmail } from '../domain/queued-email.js';
import type { Therapist } from '../domain/therapist.js';
import { Missing, type Store } from '../storage/store.js';
import { updateWithRetry } from '../storage/update-with-retry.js';
import { isGivenUp, putOff } from './mail-backoff.js';
import type { MailLog } from './mail-log.js';
import type { MailSender, Outcome } from './mail-sender.js';
import type { ReportRefused } from './refused-address.js';

export interface TherapistEmailsOptions {
  store: Store;
  clock: Clock;
  log: MailLog;
  sendMail: MailSender;
  /** The path of the link that confirms a listing; `null` when no such link is out. */
  confirmPath: (therapist: Therapist) => string | null;
  reportRefused: ReportRefused;
}

/** An email in a therapist's record. */
export interface TherapistEmail {
  therapistId: string;
  emailId: string;
}

/** Other processes write the record too: an email that was sent has to be marked as sent. */
const TRIES = 20;
const BATCH = 1000;

/** The emails that wait in therapists' records. */
export function createTherapistEmails(options: TherapistEmailsOptions) {
  const { store, clock, log, sendMail, confirmPath, reportRefused } = options;
  const { therapists } = store;
  const isDue = ({ nextTryAt }: QueuedEmail) => nextTryAt <= clock.now().toISOString();

  async function read({ therapistId, emailId }: TherapistEmail) {
    const therapist = await therapists.get(therapistId);
    const email = therapist?.queuedEmails.find(({ id }) => id === emailId);
    return therapist && email ? { therapist, email } : null;
  }

  /** Removes the email from the record, or puts it off, whatever else is written to the record at the same time. */
  async function mark({ therapistId, emailId }: TherapistEmail, outcome: Outcome): Promise<void> {
    const change = (therapist: Therapist) => {
      const now = clock.now();
      const queuedEmails = therapist.queuedEmails.flatMap((email) => {
        if (email.id !== emailId) return [email];
        return outcome === 'later' ? [putOff(email, now)] : [];
      });
      if (!therapist.queuedEmails.some(({ id }) => id === emailId)) return null;
      const next = { ...therapist, queuedEmails };
      return { ...next, nextDueAt: nextDueAt(next, now) };
    };
    await updateWithRetry(therapists, therapistId, change, { tries: TRIES }).catch((error: unknown) => {
      // The record was removed meanwhile, with its emails.
      if (!(error instanceof Missing)) throw error;
    });
  }

  async function send(which: TherapistEmail): Promise<Outcome> {
    const found = await read(which);
    if (found === null || !isDue(found.email)) return 'sent';
    const { therapist, email } = found;
    if (isGivenUp(email, clock.now())) {
      log.gaveUp(email, 'too late');
      await mark(which, 'refused');
      return 'sent';
    }
    const path = confirmPath(therapist);
    const outcome = await sendMail(email, { to: therapist.email, path, therapist });
    if (outcome === 'refused') {
      log.gaveUp(email, 'refused');
      await reportRefused(therapist, email.id);
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
          queuedEmails.filter(isDue).map((email) => ({ therapistId: id, emailId: email.id })),
        )
        .slice(0, limit);
    },
    send,
  };
}
