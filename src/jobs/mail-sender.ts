import type { Clock } from '../domain/calendar.js';
import { toDay } from '../domain/calendar.js';
import type { QueuedEmail } from '../domain/queued-email.js';
import type { Therapist } from '../domain/therapist.js';
import type { EmailContext } from '../emails/email-draft.js';
import { words } from '../emails/write-email.js';
import { AddressRefused, type Mailer } from '../mail/mailer.js';
import type { MailLog } from './mail-log.js';

/** What became of one try. `later`: to be tried again. `refused`: the address takes no mail, and never will. */
export type Outcome = 'sent' | 'refused' | 'later';

export interface MailSenderOptions {
  mailer: Mailer;
  clock: Clock;
  log: MailLog;
  /** Where people reach us, from the settings or the address we listen on: never from what a request says of its host. */
  origin: () => string;
  /** Whether nobody has this address, so that its letters are dropped. */
  isFictional?: (to: string, therapist: Therapist | null) => boolean;
}

interface Addressed {
  to: string;
  /** Of the link made for this letter. */
  path: string | null;
  therapist: Therapist | null;
}

/** Words a letter and hands it to the mailer, once. Never rejects: what went wrong is told to the log. */
export type MailSender = (letter: QueuedEmail, addressed: Addressed) => Promise<Outcome>;

export function createMailSender({
  mailer,
  clock,
  log,
  origin,
  isFictional = () => false,
}: MailSenderOptions): MailSender {
  return async (letter, { to, path, therapist }) => {
    if (isFictional(to, therapist)) return 'sent';
    const context: EmailContext = { origin: origin(), today: toDay(clock.now()), path, therapist };
    const sent = Promise.resolve()
      .then(() => words(letter.kind, letter.facts, context))
      .then((said) => mailer.send({ messageId: letter.id, to, ...said }));
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
