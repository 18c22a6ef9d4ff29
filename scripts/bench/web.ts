import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { openStore } from '../../src/compose.js';
import { resolveSeed } from '../../src/demo/resolve-seed.js';
import { scopes } from '../../src/domain/five-questions.js';
import { focusIds } from '../../src/domain/reference/focuses.js';
import { payerIds } from '../../src/domain/reference/payers.js';
import { stateCodes } from '../../src/domain/reference/states.js';
import { numberSteps } from '../../src/search/search-index.js';
import { generateTherapists } from '../seed/generate.js';

const CONNECTIONS = 16;

export interface WebFigures {
  profiles: number;
  startMs: number;
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
export async function benchWeb(profiles: number, seconds: number): Promise<WebFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'holdspace-bench-'));
  const slugs = await fill(dataDir, profiles);
  const directory = await serve('directory', dataDir);
  const bare = await serve('bare');
  try {
    const rows = [];
    for (const [what, paths] of Object.entries(pathsOf(slugs)))
      rows.push(await compare(what, directory.origin, paths, bare.origin, seconds));
    return { profiles, startMs: directory.startMs, rows };
  } finally {
    await directory.stop();
    await bare.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What is asked for: a path each time it is called. */
type Paths = () => string;

function pathsOf(slugs: readonly string[]): Record<string, Paths> {
  let search = 0;
  let profile = 0;
  return {
    'search page, every query differs': () => `/therapists?${queryNumber(search++)}`,
    'search page, asked before': () => '/therapists?state=NJ&payer=aetna',
    'profile page, each its own': () => `/therapists/${slugs[profile++ % slugs.length]}`,
    'home page, asked before': () => '/',
  };
}

/** The n-th of over 600,000 different searches: state and payer vary fastest. */
function queryNumber(n: number): string {
  const at = <T>(list: readonly T[], step: number) => list[Math.floor(n / step) % list.length];
  const states = stateCodes.length;
  const pairs = states * payerIds.length;
  return new URLSearchParams({
    state: at(stateCodes, 1)!,
    payer: at(payerIds, states)!,
    scope: at(scopes, pairs)!,
    max_fee: String(at(numberSteps.max_fee, pairs * scopes.length)),
    focus: at(focusIds, pairs * scopes.length * numberSteps.max_fee.length)!,
  }).toString();
}

async function compare(what: string, origin: string, paths: Paths, bareOrigin: string, seconds: number) {
  await load(origin, paths, 1);
  await load(bareOrigin, () => '/', 1);
  const turns = [];
  for (let turn = 0; turn < 3; turn++) {
    const ours = await load(origin, paths, seconds);
    const bare = await load(bareOrigin, () => '/', seconds);
    turns.push({ ...ours, ofBare: ours.perSecond / bare.perSecond });
  }
  turns.sort((a, b) => a.ofBare - b.ofBare);
  return { what, ...turns[1]! };
}

async function load(origin: string, paths: Paths, seconds: number) {
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, path: paths() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${result.non2xx} answers were no 200 and ${result.errors} failed: the figure would be of errors.`,
    );
  return { perSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}

async function fill(dataDir: string, count: number): Promise<string[]> {
  const store = await openStore({ dataDir });
  const now = new Date();
  const slugs: string[] = [];
  let batch = [];
  for (const seed of generateTherapists({ count, seed: 'bench' })) {
    const therapist = resolveSeed(seed, now);
    if (seed.confirmedDaysAgo < 90) slugs.push(therapist.slug);
    batch.push(therapist);
    if (batch.length === 1000) {
      await store.therapists.insertMany(batch);
      batch = [];
    }
  }
  await store.therapists.insertMany(batch);
  await store.close();
  return slugs;
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
