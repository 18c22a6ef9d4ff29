import type { ConnectionOptions } from 'node:tls';
import { createTransport } from 'nodemailer';
import type { Clock } from '../../domain/calendar.js';
import type { Mailbox } from '../mail-address.js';
import { type Mailer, MailUnavailable } from '../mailer.js';
import { composeMessage } from '../message.js';
import type { SmtpServer } from '../smtp-url.js';
import { explained } from './explain.js';

/** How long to wait, in milliseconds. A server that is well answers each in a fraction of a second. */
export interface Patience {
  /** For the connection to stand, names looked up and TLS agreed. */
  connect: number;
  /** For its first words. */
  greeting: number;
  /** While it says nothing. */
  silence: number;
  /** For one letter from first to last, however much the server trickles. */
  letter: number;
  /** For what is under way when the mailer closes. */
  close: number;
}

const usual: Patience = { connect: 10_000, greeting: 10_000, silence: 30_000, letter: 60_000, close: 5_000 };

export interface SmtpOptions {
  server: SmtpServer;
  from: Mailbox;
  clock: Clock;
  patience?: Partial<Patience>;
  /** What to trust beside the usual, or instead of it. */
  tls?: ConnectionOptions;
}

/**
 * Letters by SMTP. Connections are kept for half a minute, so that a round of reminders signs in once. A letter goes to exactly the one
 * address of its envelope: the message travels as composed here, and nothing in it is read for recipients, files or addresses to fetch.
 */
export function openSmtp({ server, from, clock, patience = {}, tls }: SmtpOptions): Mailer {
  const wait = { ...usual, ...patience };
  const transport = createTransport({
    pool: true,
    ...connectionOf(server, wait),
    ...(tls && { tls }),
    maxConnections: 2,
    idleTimeout: 30_000,
    // Only for a kept connection that the server has dropped meanwhile: not a byte of the letter has gone out then.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  async function deliver(to: string, raw: string): Promise<void> {
    const envelope = { from: { name: '', address: from.address }, to: [{ name: '', address: to }] };
    const signal = AbortSignal.timeout(wait.letter);
    await transport.sendMail({ envelope, raw, signal }).catch((error: unknown) => {
      throw explained(error);
    });
  }

  return {
    async send(letter) {
      if (closed) throw new MailUnavailable('The mailer is closed.');
      const sending = deliver(letter.to, composeMessage(letter, from, clock.now()));
      underWay.add(sending);
      return sending.finally(() => underWay.delete(sending));
    },
    async verify() {
      await transport.verify().catch((error: unknown) => {
        throw explained(error);
      });
    },
    async close() {
      closed = true;
      await Promise.race([Promise.allSettled(underWay), atMost(wait.close)]);
      transport.close({ force: true });
    },
  };
}

function connectionOf({ host, port, login, security }: SmtpServer, wait: Patience) {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(login && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: wait.connect,
    greetingTimeout: wait.greeting,
    dnsTimeout: wait.connect,
    socketTimeout: wait.silence,
    socketCloseTimeout: 1000,
  };
}

/** Holds no process that has nothing else to do. */
function atMost(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
