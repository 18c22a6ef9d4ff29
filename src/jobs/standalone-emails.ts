import type { Clock } from '../domain/calendar.js';
import type { StandaloneEmail } from '../domain/queued-email.js';
import type { Therapist } from '../domain/therapist.js';
import { standaloneEmails } from '../storage/kinds.js';
import { Conflict, Missing, type Store } from '../storage/store.js';
import { isGivenUp, putOff } from './mail-backoff.js';
import type { MailLog } from './mail-log.js';
import type { MailSender, Outcome } from './mail-sender.js';
import type { ReportRefused } from './refused-address.js';

/** To whom a letter with a link to sign in goes, and the link's path; made by the feature that takes it. */
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
  /** `null` when nothing is to be sent. */
  loginLink: (letter: StandaloneEmail) => Promise<LinkEmail | null>;
  reportRefused: ReportRefused;
}

/** The letters that belong to no therapist's record. */
export function createStandaloneEmails(options: StandaloneEmailsOptions) {
  const { store, clock, log, sendMail, loginLink, reportRefused } = options;
  const emails = store.records(standaloneEmails);

  async function addressed(letter: StandaloneEmail) {
    if (letter.kind === 'sign-in' || letter.kind === 'join') return loginLink(letter);
    // A last word: the record is emptied, but says whether it was ever anybody's.
    const therapist = await store.therapists.get(letter.id.replace(/^left\./, ''));
    return { to: letter.to, path: null, therapist };
  }

  /** A link is counted for its address for some time; of any other letter nothing stays. */
  async function recordOutcome(letter: StandaloneEmail, outcome: Outcome): Promise<void> {
    const counts = letter.kind === 'sign-in' || letter.kind === 'join';
    if (outcome === 'later') await emails.update(putOff(letter, clock.now()));
    else if (outcome === 'sent' && counts)
      await emails.update({ ...letter, facts: {}, sentAt: clock.now().toISOString() });
    else await emails.remove(letter.id);
  }

  async function send(letter: StandaloneEmail): Promise<Outcome> {
    if (isGivenUp(letter, clock.now())) {
      log.gaveUp(letter, 'too late');
      await emails.remove(letter.id);
      return 'sent';
    }
    const whom = await addressed(letter);
    if (whom === null) {
      await emails.remove(letter.id);
      return 'sent';
    }
    const outcome = await sendMail(letter, whom);
    if (outcome === 'refused') {
      log.gaveUp(letter, 'refused');
      if (whom.therapist !== null) await reportRefused(whom.therapist, letter.id);
    }
    // Its link was used, or another process took it on, while it was sent.
    await recordOutcome(letter, outcome).catch(unlessGone);
    return outcome;
  }

  return {
    /** The next that are due, the longest waiting first. */
    async due(limit: number): Promise<StandaloneEmail[]> {
      const now = clock.now().toISOString();
      const waiting = await emails.tagged('waiting', { limit });
      return waiting.filter(({ nextTryAt }) => nextTryAt <= now);
    },
    send,
  };
}

function unlessGone(error: unknown): void {
  if (!(error instanceof Missing || error instanceof Conflict)) throw error;
}
