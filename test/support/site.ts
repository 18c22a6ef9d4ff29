import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CheerioAPI, load } from 'cheerio';
import { pino } from 'pino';
import { compose, type Holdspace } from '../../src/compose.js';
import { type Config, readConfig } from '../../src/config.js';
import type { Day } from '../../src/domain/calendar.js';
import type { Therapist } from '../../src/domain/therapist.js';
import type { Store } from '../../src/storage/store.js';
import { removeFolder, temporaryFolder } from './temporary-folder.js';
import { TODAY } from './therapist-builder.js';

export interface Seen {
  status: number;
  headers: Headers;
  body: string;
  /** The page, to be read by selector. */
  $: CheerioAPI;
  /** Text of all elements that match, blanks folded. */
  text(selector: string): string;
  /** The same, element by element. */
  texts(selector: string): string[];
}

export interface Site {
  origin: string;
  holdspace: Holdspace;
  store: Store;
  /** What was logged, line by line. */
  log: string[];
  get(path: string, headers?: Record<string, string>): Promise<Seen>;
  /** Moves the clock to that day. */
  goTo(day: Day): void;
  close(): Promise<void>;
}

interface Wish {
  therapists?: readonly Therapist[];
  today?: Day;
  settings?: Record<string, string>;
}

/** The whole real app on an empty folder, over HTTP on loopback; nothing in it is replaced but the clock. */
export async function openSite({ therapists = [], today = TODAY, settings = {} }: Wish = {}): Promise<Site> {
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
  });
  const store = await holdspace.open();
  await store.therapists.insertMany(therapists);
  await holdspace.start();
  const server = createServer(holdspace.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    holdspace,
    store,
    log,
    get: (path, headers = {}) => see(origin + path, headers),
    goTo(day) {
      now = noon(day);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await holdspace.stop();
      await removeFolder(folder);
    },
  };
}

async function see(url: string, headers: Record<string, string>): Promise<Seen> {
  const answer = await fetch(url, { headers, redirect: 'manual' });
  const body = await answer.text();
  const $ = load(body);
  const texts = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element).text().replace(/\s+/g, ' ').trim());
  return {
    status: answer.status,
    headers: answer.headers,
    body,
    $,
    texts,
    text: (selector) => texts(selector).join(' '),
  };
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`);
