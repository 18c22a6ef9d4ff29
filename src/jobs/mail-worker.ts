import type { Clock } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import type { Mailer } from '../mail/mailer.js';
import type { Store } from '../storage/store.js';
import { type Held, LeaseLost, takeLease } from './leases.js';
import { createMailLog, type MailLogger } from './mail-log.js';
import { createMailSender, type Outcome } from './mail-sender.js';
import { createReportRefused } from './refused-address.js';
import { createStandaloneEmails, type StandaloneEmailsOptions } from './standalone-emails.js';
import { createTherapistEmails, type TherapistEmailsOptions } from './therapist-emails.js';
import { createTurns } from './turns.js';

export interface MailWorkerOptions {
  store: Store;
  mailer: Mailer;
  clock: Clock;
  logger: MailLogger;
  /** Tells this process from all others. */
  holder: string;
  /** Links that features make and take: to sign in, and to confirm. */
  links: Pick<StandaloneEmailsOptions, 'loginLink'> & Pick<TherapistEmailsOptions, 'confirmPath'>;
  /** Where people reach us; asked when a letter is sent. */
  origin: () => string;
  /** Whether nobody has this address: such letters are dropped. All are sent unless given. */
  isFictional?: (to: string, therapist: Therapist | null) => boolean;
  /** How long the lease outlives a process that died, in milliseconds; 30,000 unless given. */
  leaseMs?: number;
  /** How often it looks without being told, in milliseconds; 15,000 unless given. */
  everyMs?: number;
}

export interface MailWorker {
  /** Looks from now on, and at once. */
  start(): void;
  /** A letter was written: looks at once. */
  nudge(): void;
  /** One look, until nothing is left that could go out now. Never rejects. */
  tick(): Promise<void>;
  /** Ends looking, when the letter under way is gone, and closes the mailer. */
  stop(): Promise<void>;
}

const LOOSE_AT_ONCE = 100;
const THERAPISTS_AT_ONCE = 20;
/** After so many letters in a row that could not be sent it is the server: the others wait for the next look. */
const MOST_FAILURES = 3;
const BUSY_MS = 1000;
const STOP_MS = 5000;

/**
 * Sends letters. Each stands in the store with what it tells of until the mail server has it: a crash loses none, and only a process that
 * is killed between the server's word and our mark makes one go out twice, with the same Message-ID. Of all processes one sends at a time.
 */
export function createMailWorker(options: MailWorkerOptions): MailWorker {
  const { store, mailer, clock, logger, holder, links, origin } = options;
  const { leaseMs = 30_000, everyMs = 15_000, isFictional = () => false } = options;
  const log = createMailLog(logger);
  const common = { store, clock, log, reportRefused: createReportRefused(store, clock) };
  const sendMail = createMailSender({ mailer, clock, log, origin, isFictional });
  const loose = createStandaloneEmails({ ...common, sendMail, ...links });
  const records = createTherapistEmails({ ...common, sendMail, ...links });
  const lease = { leases: store.leases, name: 'post-room', holder, clock, forMs: leaseMs };
  const turns = createTurns(() =>
    look().catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) log.failed(error);
      return everyMs;
    }),
  );
  let started = false;
  let nudged = false;

  /** What waits, those who wait at the door first: a link to sign in does not stand behind ten thousand reminders. */
  async function waiting(): Promise<(() => Promise<Outcome>)[]> {
    const first = await loose.due(LOOSE_AT_ONCE);
    const then = first.length > 0 ? [] : await records.due(THERAPISTS_AT_ONCE);
    return [
      ...first.map((letter) => () => loose.send(letter)),
      ...then.map((one) => () => records.send(one)),
    ];
  }

  async function sendAll(held: Held): Promise<void> {
    for (let failures = 0; ; ) {
      const round = await waiting();
      if (round.length === 0) return;
      for (const send of round) {
        if (turns.isStopped()) return;
        held.assertHeld();
        failures = (await send()) === 'later' ? failures + 1 : 0;
        if (failures === MOST_FAILURES) return;
      }
    }
  }

  /** How long until the next look. */
  async function look(): Promise<number> {
    if ((await waiting()).length === 0) return everyMs;
    const held = await takeLease(lease);
    // Whoever has it may have looked for the last time just before this letter came.
    if (held === null) return Math.min(BUSY_MS, everyMs);
    await sendAll(held).finally(() => held.release());
    return everyMs;
  }

  return {
    tick: turns.tick,
    start() {
      started = true;
      turns.start();
    },
    nudge() {
      if (!started || nudged) return;
      nudged = true;
      // After the answer to whoever wrote the letter, and after the look that may be under way.
      setImmediate(() => {
        nudged = false;
        void turns.tick();
      });
    },
    async stop() {
      // The letter under way may still be taken, and is marked then.
      await Promise.all([turns.stop(STOP_MS), mailer.close()]);
    },
  };
}
