import type { ConnectionOptions } from 'node:tls';
import { createTransport } from 'nodemailer';
import type { Clock } from '../../domain/calendar.js';
import type { Mailbox } from '../mail-address.js';
import { type Mailer, MailUnavailable } from '../mailer.js';
import { composeMessage } from '../message.js';
import type { SmtpServer } from '../smtp-url.js';
import { toMailError } from './explain.js';

/** Timeouts in milliseconds. A healthy server needs a fraction of a second for each. */
export interface SmtpTimeouts {
  /** To connect, with name lookup and TLS. */
  connect: number;
  /** Until the server's greeting. */
  greeting: number;
  /** While the server sends nothing. */
  silence: number;
  /** For one whole email, however slowly the server trickles. */
  email: number;
  /** For emails under way when the mailer closes. */
  close: number;
}

const defaultTimeouts: SmtpTimeouts = {
  connect: 10_000,
  greeting: 10_000,
  silence: 30_000,
  email: 60_000,
  close: 5_000,
};

export interface SmtpOptions {
  server: SmtpServer;
  from: Mailbox;
  clock: Clock;
  timeouts?: Partial<SmtpTimeouts>;
  /** Certificates to trust besides, or instead of, the default ones. */
  tls?: ConnectionOptions;
}

/**
 * Sends emails by SMTP. Connections are kept for half a minute, so that a batch of reminders signs in once. An
 * email goes to exactly the one address of its envelope: the message is sent as composed, and never read for
 * recipients, files or addresses to fetch.
 */
export function openSmtp({ server, from, clock, timeouts = {}, tls }: SmtpOptions): Mailer {
  const wait = { ...defaultTimeouts, ...timeouts };
  const transport = createTransport({
    pool: true,
    ...connectionOf(server, wait),
    ...(tls && { tls }),
    maxConnections: 2,
    idleTimeout: 30_000,
    // Only for a kept connection that the server dropped meanwhile: no byte of the email was sent then.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  async function deliver(to: string, raw: string): Promise<void> {
    const envelope = { from: { name: '', address: from.address }, to: [{ name: '', address: to }] };
    const signal = AbortSignal.timeout(wait.email);
    await transport.sendMail({ envelope, raw, signal }).catch((error: unknown) => {
      throw toMailError(error);
    });
  }

  return {
    async send(email) {
      if (closed) throw new MailUnavailable('The mailer is closed.');
      const sending = deliver(email.to, composeMessage(email, from, clock.now()));
      underWay.add(sending);
      return sending.finally(() => underWay.delete(sending));
    },
    async verify() {
      await transport.verify().catch((error: unknown) => {
        throw toMailError(error);
      });
    },
    async close() {
      closed = true;
      await Promise.race([Promise.allSettled(underWay), unrefTimeout(wait.close)]);
      transport.close({ force: true });
    },
  };
}

function connectionOf({ host, port, login, security }: SmtpServer, wait: SmtpTimeouts) {
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

/** Does not keep the process alive. */
function unrefTimeout(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
