import type { Clock } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import type { Mailer } from '../mail/mailer.js';
import type { Store } from '../storage/store.js';
import { createJob, type Job, type Run } from './job.js';
import { type Held, LeaseLost, takeLease } from './leases.js';
import { createMailLog } from './mail-log.js';
import { createMailSender, type Outcome } from './mail-sender.js';
import { createReportRefused } from './refused-address.js';
import { createStandaloneEmails, type StandaloneEmailsOptions } from './standalone-emails.js';
import type { JobLogger } from './state-log.js';
import { createTherapistEmails, type TherapistEmailsOptions } from './therapist-emails.js';

export interface MailWorkerOptions {
  store: Store;
  mailer: Mailer;
  clock: Clock;
  logger: JobLogger;
  /** Tells this process from all others. */
  holder: string;
  /** Links that features make and take: to sign in, and to confirm a listing. */
  links: Pick<StandaloneEmailsOptions, 'loginLink'> & Pick<TherapistEmailsOptions, 'confirmPath'>;
  /** The origin of links; asked when an email is sent. */
  origin: () => string;
  /** Whether the address is made up: its emails are dropped. All are sent unless given. */
  isFictional?: (to: string, therapist: Therapist | null) => boolean;
  /** How long the lease outlives a process that died, in milliseconds; 30,000 unless given. */
  leaseMs?: number;
  /** Milliseconds between two runs without a nudge; 15,000 unless given. */
  everyMs?: number;
}

/** Sends the emails that wait. `nudge` is for after an email was queued; `stop` lets the one under way end and closes the mailer. */
export type MailWorker = Omit<Job, 'runOnce'>;

const STANDALONE_AT_ONCE = 100;
const THERAPISTS_AT_ONCE = 20;
/** So many failures in a row are the server's fault: the other emails wait for the next run. */
const MOST_FAILURES = 3;
const BUSY_MS = 1000;
const STOP_MS = 5000;

/**
 * Sends queued emails. Each is in the store with its facts until the mail server has it, so that a crash loses none. An email goes out
 * twice, with the same Message-ID, only where a process is killed between the server's answer and our mark. One process sends at a time.
 */
export function createMailWorker(options: MailWorkerOptions): MailWorker {
  const { store, mailer, clock, logger, holder, links, origin } = options;
  const { leaseMs = 30_000, everyMs = 15_000, isFictional = () => false } = options;
  const log = createMailLog(logger, everyMs);
  const common = { store, clock, log, reportRefused: createReportRefused(store, clock) };
  const sendMail = createMailSender({ mailer, clock, log, origin, isFictional });
  const standalone = createStandaloneEmails({ ...common, sendMail, ...links });
  const records = createTherapistEmails({ ...common, sendMail, ...links });
  const lease = { leases: store.leases, name: 'mail', holder, clock, forMs: leaseMs };
  const job = createJob({
    ...{ name: 'mail', every: everyMs, run },
    onFailure(error) {
      // Another process sends now.
      if (!(error instanceof LeaseLost)) log.failed(error);
      return everyMs;
    },
  });

  /** What waits. Standalone emails go first: a sign-in link does not wait behind ten thousand reminders. */
  async function waiting(): Promise<(() => Promise<Outcome>)[]> {
    const first = await standalone.due(STANDALONE_AT_ONCE);
    const then = first.length > 0 ? [] : await records.due(THERAPISTS_AT_ONCE);
    log.waiting(first.length + then.length);
    return [
      ...first.map((email) => () => standalone.send(email)),
      ...then.map((email) => () => records.send(email)),
    ];
  }

  async function sendAll(held: Held, { isStopped }: Run): Promise<void> {
    for (let failures = 0; ; ) {
      const batch = await waiting();
      if (batch.length === 0) return;
      for (const send of batch) {
        if (isStopped()) return;
        held.assertHeld();
        failures = (await send()) === 'later' ? failures + 1 : 0;
        if (failures === MOST_FAILURES) return;
      }
    }
  }

  /** Takes the lease only while something waits, and answers how long until the next run. */
  async function run(context: Run): Promise<number> {
    if ((await waiting()).length === 0) return everyMs;
    const held = await takeLease(lease);
    // The process that has it may have checked for the last time just before this email was queued.
    if (held === null) return Math.min(BUSY_MS, everyMs);
    await sendAll(held, context).finally(() => held.release());
    return everyMs;
  }

  return {
    tick: job.tick,
    start: job.start,
    nudge: job.nudge,
    async stop(withinMs = STOP_MS) {
      // The server may still take the email under way, and then it is marked.
      await Promise.all([job.stop(withinMs), mailer.close()]);
    },
  };
}
