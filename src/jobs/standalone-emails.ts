import type { Clock } from '../domain/calendar.js';
import type { StandaloneEmail } from '../domain/queued-email.js';
import type { Therapist } from '../domain/therapist.js';
import { standaloneEmails } from '../storage/kinds.js';
import { Conflict, Missing, type Store } from '../storage/store.js';
import { isGivenUp, putOff } from './mail-backoff.js';
import type { MailLog } from './mail-log.js';
import type { MailSender, Outcome } from './mail-sender.js';
import type { ReportRefused } from './refused-address.js';

/** The address that a sign-in link goes to, and the link's path; made by the feature that takes the link. */
export interface LinkEmail {
  to: string;
  path: string;
  therapist: Therapist | null;
}

export interface StandaloneEmailsOptions {
  store: Store;
  clock: Clock;
  log: MailLog;
  sendMail: MailSender;
  /** `null` when nothing is sent. */
  loginLink: (email: StandaloneEmail) => Promise<LinkEmail | null>;
  reportRefused: ReportRefused;
}

/** The emails that belong to no therapist's record. */
export function createStandaloneEmails(options: StandaloneEmailsOptions) {
  const { store, clock, log, sendMail, loginLink, reportRefused } = options;
  const records = store.records(standaloneEmails);

  async function addressed(email: StandaloneEmail) {
    if (email.kind === 'sign-in' || email.kind === 'join') return loginLink(email);
    // A farewell: the record is emptied, but still says whether it belonged to a demonstration.
    const therapist = await store.therapists.get(email.id.replace(/^left\./, ''));
    return { to: email.to, path: null, therapist };
  }

  /** A sign-in link counts toward the limit of its address for some time; any other email is removed. */
  async function recordOutcome(email: StandaloneEmail, outcome: Outcome): Promise<void> {
    const counts = email.kind === 'sign-in' || email.kind === 'join';
    if (outcome === 'later') await records.update(putOff(email, clock.now()));
    else if (outcome === 'sent' && counts)
      await records.update({ ...email, facts: {}, sentAt: clock.now().toISOString() });
    else await records.remove(email.id);
  }

  async function send(email: StandaloneEmail): Promise<Outcome> {
    if (isGivenUp(email, clock.now())) {
      log.gaveUp(email, 'too late');
      await records.remove(email.id);
      return 'sent';
    }
    const recipient = await addressed(email);
    if (recipient === null) {
      await records.remove(email.id);
      return 'sent';
    }
    const outcome = await sendMail(email, recipient);
    if (outcome === 'refused') {
      log.gaveUp(email, 'refused');
      if (recipient.therapist !== null) await reportRefused(recipient.therapist, email.id);
    }
    // While it was sent, its link was used, or another process took over.
    await recordOutcome(email, outcome).catch(unlessGone);
    return outcome;
  }

  return {
    /** The next that are due, the longest waiting first. */
    async due(limit: number): Promise<StandaloneEmail[]> {
      const now = clock.now().toISOString();
      const waiting = await records.tagged('waiting', { limit });
      return waiting.filter(({ nextTryAt }) => nextTryAt <= now);
    },
    send,
  };
}

function unlessGone(error: unknown): void {
  if (!(error instanceof Missing || error instanceof Conflict)) throw error;
}
