import type { Clock } from '../domain/calendar.js';
import { toDay } from '../domain/calendar.js';
import type { QueuedEmail } from '../domain/queued-email.js';
import type { Therapist } from '../domain/therapist.js';
import type { EmailContext } from '../emails/email-draft.js';
import { writeEmail } from '../emails/write-email.js';
import { AddressRefused, type Mailer } from '../mail/mailer.js';
import type { MailLog } from './mail-log.js';

/** The outcome of one try. `later`: to be tried again. `refused`: the address takes no mail, and never will. */
export type Outcome = 'sent' | 'refused' | 'later';

export interface MailSenderOptions {
  mailer: Mailer;
  clock: Clock;
  log: MailLog;
  /** The origin of links, from the settings or the address that the program listens on: never from the host a request names. */
  origin: () => string;
  /** Whether the address is made up: its emails are dropped. */
  isFictional?: (to: string, therapist: Therapist | null) => boolean;
}

interface Addressed {
  to: string;
  /** Path of the link made for this email. */
  path: string | null;
  therapist: Therapist | null;
}

/** Writes an email and hands it to the mailer, once. Never rejects: failures are logged. */
export type MailSender = (email: QueuedEmail, addressed: Addressed) => Promise<Outcome>;

export function createMailSender({
  mailer,
  clock,
  log,
  origin,
  isFictional = () => false,
}: MailSenderOptions): MailSender {
  return async (email, { to, path, therapist }) => {
    if (isFictional(to, therapist)) return 'sent';
    const context: EmailContext = { origin: origin(), today: toDay(clock.now()), path, therapist };
    const sent = Promise.resolve()
      .then(() => writeEmail(email.kind, email.facts, context))
      .then((said) => mailer.send({ messageId: email.id, to, ...said }));
    return sent.then(
      () => {
        log.succeeded();
        return 'sent';
      },
      (error: unknown) => {
        if (error instanceof AddressRefused) return 'refused';
        log.failed(error);
        return 'later';
      },
    );
  };
}
