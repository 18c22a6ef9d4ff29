import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { type Mail, readMail } from './read-mail.js';
import { certificate, certificateKey } from './test-certificate.js';

export interface ReceivedEmail extends Mail {
  /** Of the envelope. */
  from: string;
  to: string[];
  raw: string;
}

interface Wishes {
  port?: number;
  /** Without these nobody may send. */
  login?: { user: string; password: string };
  /** `tls` from the first byte; `starttls` offers it; plain otherwise. */
  security?: 'tls' | 'starttls';
  /** Replies such as `554 5.7.1 No` to every command of this kind. */
  replies?: Partial<Record<'mail' | 'rcpt' | 'data', string>>;
  /** Receives the email, and never answers. */
  hangs?: boolean;
  /** Called before the server accepts a recipient or an email for an address; it may delay the answer. */
  onAnswer?: (to: 'recipient' | 'email', address: string) => void | Promise<void>;
}

export interface TestSmtpServer {
  /** For SMTP_URL. */
  url: string;
  port: number;
  /** The accepted emails, in order. */
  received: ReceivedEmail[];
  /** How many connections were ever made. */
  connections(): number;
  /** Recipients it refuses for good (550 5.1.1). */
  refuse: Set<string>;
  /** Recipients it cannot take now (450 4.2.1). */
  later: Set<string>;
  stop(): Promise<void>;
}

/** A real mail server on loopback, in this process. */
export async function startSmtpServer(wishes: Wishes = {}): Promise<TestSmtpServer> {
  const { login, replies = {}, security } = wishes;
  const received: ReceivedEmail[] = [];
  const refuse = new Set<string>();
  const later = new Set<string>();
  let connections = 0;
  const server = new SMTPServer({
    secure: security === 'tls',
    key: certificateKey,
    cert: certificate,
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    disabledCommands: security === 'starttls' ? [] : ['STARTTLS'],
    closeTimeout: 20,
    onConnect(_session, done) {
      connections++;
      done();
    },
    onAuth({ username, password }, _session, done) {
      if (username === login?.user && password === login?.password) done(null, { user: username });
      else done(replyOf('535 5.7.8 Wrong user or password'));
    },
    onMailFrom: (_address, _session, done) => done(replyOf(replies.mail)),
    async onRcptTo({ address }, _session, done) {
      if (refuse.has(address)) done(replyOf('550 5.1.1 No such user here'));
      else if (later.has(address)) done(replyOf('450 4.2.1 Come back later'));
      else {
        await wishes.onAnswer?.('recipient', address);
        done(replyOf(replies.rcpt));
      }
    },
    async onData(stream, { envelope }, done) {
      const raw = await textOf(stream).catch(() => null);
      // Cut off in the middle, it was never sent.
      if (raw === null || wishes.hangs) return;
      const refusal = replyOf(replies.data);
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      if (refusal === null) received.push({ from, to, raw, ...readMail(raw) });
      if (refusal === null) for (const address of to) await wishes.onAnswer?.('email', address);
      done(refusal);
    },
  });
  // A client that hangs up in the middle is what some tests are about.
  server.on('error', () => undefined);
  const listening = server.listen(wishes.port ?? 0, '127.0.0.1');
  if (!listening.listening) await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const user = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@` : '';
  return {
    url: `${security === 'tls' ? 'smtps' : 'smtp'}://${user}127.0.0.1:${port}`,
    port,
    received,
    connections: () => connections,
    refuse,
    later,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function replyOf(line: string | undefined): Error | null {
  if (line === undefined) return null;
  return Object.assign(new Error(line.slice(4)), { responseCode: Number(line.slice(0, 3)) });
}
