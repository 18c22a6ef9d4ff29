import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { createSessions } from '../../src/account/sessions.js';
import { compileOwnViews, compose, type Holdspace } from '../../src/compose.js';
import { type Config, readConfig } from '../../src/config.js';
import type { Day } from '../../src/domain/calendar.js';
import type { Therapist } from '../../src/domain/therapist.js';
import type { Store } from '../../src/storage/store.js';
import type { Answered } from '../../src/web/access-log.js';
import { cookieName } from '../../src/web/authorize.js';
import { emailsIn, type OutboxEmail } from './outbox-emails.js';
import { removeFolder, temporaryFolder } from './temporary-folder.js';
import { TODAY } from './therapist-builder.js';
import { aVisitor, type Seen, type Visitor } from './visitor.js';

export type { Seen } from './visitor.js';

export interface Site {
  origin: string;
  holdspace: Holdspace;
  store: Store;
  /** What was logged, line by line. */
  log: string[];
  /** Sends a request without a cookie. */
  get(path: string, headers?: Record<string, string>): Promise<Seen>;
  /** A visitor with their own browser, signed in as `email` if one is given. */
  visitor(email?: string): Promise<Visitor>;
  /** Sends the queued emails, and returns all emails in the outbox. */
  emails(): Promise<OutboxEmail[]>;
  /** Moves the clock to that day. */
  goTo(day: Day): void;
  /** Moves the clock on. */
  pass(minutes: number): void;
  close(): Promise<void>;
}

interface Wish {
  therapists?: readonly Therapist[];
  today?: Day;
  settings?: Record<string, string>;
  /** Called for every response. */
  count?: (answer: Answered) => void;
}

const views = compileOwnViews();

/** The whole real app on an empty folder, over HTTP on loopback; nothing in it is replaced but the clock. */
export async function openSite(wish: Wish = {}): Promise<Site> {
  const { therapists = [], today = TODAY, settings = {}, count } = wish;
  const folder = await temporaryFolder();
  const config: Config = readConfig({
    DATA_DIR: folder,
    DEMO: '0',
    RATE_LIMIT: 'off',
    API_RATE_LIMIT: 'off',
    ...settings,
  });
  let now = noon(today);
  let made = 0;
  const log: string[] = [];
  const holdspace = compose(config, {
    clock: { now: () => now },
    newId: () => `request${String(++made).padStart(8, '0')}`,
    logger: pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
    ...(count && { count }),
    views,
  });
  const store = await holdspace.open();
  await store.therapists.insertMany(therapists);
  let secrets = 0;
  const sessions = createSessions({
    store,
    clock: { now: () => now },
    newId: () => `secret${String(++secrets).padStart(12, '0')}`,
    secretKey: 'not asked for',
  });
  const server = createServer(holdspace.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await holdspace.start(origin);
  return {
    origin,
    holdspace,
    store,
    log,
    get: (path, headers) => aVisitor(origin).get(path, headers),
    async visitor(email) {
      const visitor = aVisitor(origin);
      if (email !== undefined) {
        const { secret } = await sessions.begin(email);
        visitor.cookies.set(cookieName(config.publicUrl?.startsWith('https:') ?? false), secret);
      }
      return visitor;
    },
    async emails() {
      await holdspace.sendEmails();
      return emailsIn(join(folder, 'outbox'));
    },
    goTo(day) {
      now = noon(day);
    },
    pass(minutes) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await holdspace.stop();
      await removeFolder(folder);
    },
  };
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`);
