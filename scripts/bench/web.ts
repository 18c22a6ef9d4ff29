import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { openStore } from '../../src/compose.js';
import { seedResolver } from '../../src/demo/resolve-seed.js';
import { toDay } from '../../src/domain/calendar.js';
import { listingOn } from '../../src/domain/listing.js';
import { indexEntry } from '../../src/search/entry.js';
import { PAGE_SIZE } from '../../src/search/search-index.js';
import { generateTherapists } from '../seed/generate.js';
import type { BenchSection } from './section.js';

const CONNECTIONS = 16;
const PROFILES = 10_000;

/** The pages over HTTP, with generated therapists. */
export const webSection: BenchSection = {
  name: 'web',
  async run({ quick, say }) {
    const figures = await benchWeb(quick ? 1000 : PROFILES, quick ? 1 : 4);
    say(`\nPages over HTTP, ${figures.profiles} profiles, ${CONNECTIONS} connections`);
    say(`  start to first answer ${figures.startMs} ms`);
    say(`  a differing search page: ${figures.cards} cards, ${figures.kilobytes} KB on average`);
    for (const { what, perSecond, p50Ms, p99Ms, ofBare } of figures.rows)
      say(
        `  ${what.padEnd(52)} ${String(Math.round(perSecond)).padStart(6)}/s  p50 ${p50Ms} ms  p99 ${p99Ms} ms  ${ofBare.toFixed(2)} of bare Express`,
      );
    return figures;
  },
};

interface WebFigures {
  profiles: number;
  /** From the start of the process to its first page, in milliseconds. */
  startMs: number;
  /** Of the differing search pages: mean number of cards and kilobytes, over a sample. */
  cards: number;
  kilobytes: number;
  rows: { what: string; perSecond: number; p50Ms: number; p99Ms: number; ofBare: number }[];
}

interface Served {
  origin: string;
  startMs: number;
  stop(): Promise<void>;
}

/**
 * Requests a second of the pages against a bare Express answer: each is measured three times, in turn with bare Express, on the same
 * machine, and the median of the ratios is told. `seconds` is the length of one measurement.
 */
async function benchWeb(profiles: number, seconds: number): Promise<WebFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'holdspace-bench-'));
  const filled = await fill(dataDir, profiles);
  const directory = await serve('directory', dataDir);
  const bare = await serve('bare');
  try {
    const rows = [];
    for (const [what, asked] of Object.entries(pagesOf(filled)))
      rows.push(await compare(what, directory.origin, asked, bare.origin, seconds));
    return { profiles, startMs: directory.startMs, ...(await sample(directory.origin, filled)), rows };
  } finally {
    await directory.stop();
    await bare.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function sample(origin: string, { pairs }: Filled): Promise<{ cards: number; kilobytes: number }> {
  let cards = 0;
  let bytes = 0;
  const size = 200;
  for (let n = 0; n < size; n++) {
    const html = await (await fetch(`${origin}/therapists?${queryNumber(pairs, n * 37)}`)).text();
    cards += html.split('class="card"').length - 1;
    bytes += html.length;
  }
  return { cards: Math.round((cards / size) * 10) / 10, kilobytes: Math.round(bytes / size / 1024) };
}

/** What is asked for: a path each time it is called, and how. */
interface Asked {
  path: () => string;
  headers?: Record<string, string>;
}

/** As browsers ask. */
const compressed = { 'accept-encoding': 'gzip, deflate, br' };
const bareExpress: Asked = { path: () => '/' };

function pagesOf({ slugs, pairs }: Filled): Record<string, Asked> {
  const searches = pairSearches(pairs);
  let plain = 0;
  let search = 0;
  let profile = 0;
  return {
    'search page, state + insurance, every query differs': {
      path: () => `/therapists?${searches[plain++ % searches.length]}`,
    },
    'search page, with more filters, every query differs': {
      path: () => `/therapists?${queryNumber(pairs, search++)}`,
    },
    'search page, asked before': { path: () => '/therapists?state=NJ&payer=aetna' },
    'search page, asked before, compressed': {
      path: () => '/therapists?state=NJ&payer=aetna',
      headers: compressed,
    },
    'profile page, each its own': { path: () => `/therapists/${slugs[profile++ % slugs.length]}` },
    'profile page, asked before, compressed': { path: () => `/therapists/${slugs[0]}`, headers: compressed },
  };
}

/** Different searches for a state and an insurance: every full page of each, in each order. */
function pairSearches(pairs: readonly Pair[]): string[] {
  const pages = pairs.flatMap(({ state, payer, listings }) =>
    Array.from({ length: Math.floor(listings / PAGE_SIZE) }, (_, at) => ({
      state,
      payer,
      page: String(at + 1),
    })),
  );
  return orders.flatMap((order) =>
    pages.map((page) => new URLSearchParams({ ...page, ...order }).toString()),
  );
}

/** The n-th of many different searches for a state and an insurance that many therapists there take. */
function queryNumber(pairs: readonly Pair[], n: number): string {
  const frequent = pairs.slice(0, MOST_PAIRS).map(({ state, payer }) => ({ state, payer }));
  let rest = n;
  const next = <T>(list: readonly T[]): T => {
    const value = list[rest % list.length]!;
    rest = Math.floor(rest / list.length);
    return value;
  };
  const parameters = {
    ...next(frequent),
    ...next(wishes),
    ...next(orders),
    ...next(limits),
    ...next(flags),
    ...next(more),
  };
  return new URLSearchParams(parameters).toString();
}

type Parameters = Record<string, string>;
const wishes: Parameters[] = [{}, { accepting: '1' }, { integration72h: '1' }];
const orders: Parameters[] = [{}, ...['fee', 'caseload', 'confirmed', 'name'].map((sort) => ({ sort }))];
const limits: Parameters[] = [{}, { max_fee: '400' }, { max_fee: '300' }, { max_fee: '350' }];
const flags: Parameters[] = [{}, { min_caseload: '5' }, { confirmed: '90' }, { min_caseload: '3' }];
const more: Parameters[] = [
  {},
  { mode: 'telehealth' },
  { mode: 'in-person' },
  { own_therapist: '1' },
  { language: 'en' },
];

async function compare(what: string, origin: string, asked: Asked, bareOrigin: string, seconds: number) {
  await load(origin, asked, 1);
  await load(bareOrigin, bareExpress, 1);
  const turns = [];
  for (let turn = 0; turn < 3; turn++) {
    const ours = await load(origin, asked, seconds);
    const bare = await load(bareOrigin, bareExpress, seconds);
    turns.push({ ...ours, ofBare: ours.perSecond / bare.perSecond });
  }
  turns.sort((a, b) => a.ofBare - b.ofBare);
  return { what, ...turns[1]! };
}

async function load(origin: string, { path, headers = {} }: Asked, seconds: number) {
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    headers,
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${result.non2xx} answers were no 200 and ${result.errors} failed: the figure would be of errors.`,
    );
  return { perSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}

interface Pair {
  state: string;
  payer: string;
  /** How many take this insurance there. */
  listings: number;
}

interface Filled {
  slugs: string[];
  /** States and payers that go together on a full page or more, the most frequent first. */
  pairs: Pair[];
}

const MOST_PAIRS = 40;

async function fill(dataDir: string, count: number): Promise<Filled> {
  const store = await openStore({ dataDir, mongodbUri: null });
  const now = new Date();
  const slugs: string[] = [];
  const taken = new Map<string, number>();
  const resolve = seedResolver(now);
  let batch = [];
  for (const seed of generateTherapists({ count, seed: 'bench' })) {
    const therapist = resolve(seed);
    const listing = listingOn(therapist, toDay(now));
    if (listing !== null) slugs.push(therapist.slug);
    const coverage = listing === null ? [] : indexEntry(listing).coverage;
    for (const pair of new Set(coverage.map(({ state, payer }) => `${state} ${payer}`)))
      taken.set(pair, (taken.get(pair) ?? 0) + 1);
    batch.push(therapist);
    if (batch.length === 1000) {
      await store.therapists.insertMany(batch);
      batch = [];
    }
  }
  await store.therapists.insertMany(batch);
  await store.close();
  const pairs = [...taken]
    .map(([pair, listings]) => ({ state: pair.split(' ')[0]!, payer: pair.split(' ')[1]!, listings }))
    .filter(({ listings }) => listings >= PAGE_SIZE)
    .sort((a, b) => b.listings - a.listings);
  return { slugs, pairs };
}

async function serve(...args: string[]): Promise<Served> {
  const child = fork(fileURLToPath(new URL('./serve.js', import.meta.url)), args, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { port, startMs } = await firstLine(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    startMs,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}

function firstLine(child: ChildProcess): Promise<{ port: number; startMs: number }> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server stopped at once (${code}).`)));
    createInterface({ input: child.stdout! }).once('line', (line) => resolve(JSON.parse(line)));
  });
}
