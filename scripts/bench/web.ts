import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Filled, fill, pairSearches, queryNumber } from './filled.js';
import { type Asked, CONNECTIONS, load } from './http-load.js';
import type { BenchSection } from './section.js';
import { serve } from './served.js';

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
  /** Averages over a sample of differing search pages: cards and kilobytes. */
  cards: number;
  kilobytes: number;
  rows: { what: string; perSecond: number; p50Ms: number; p99Ms: number; ofBare: number }[];
}

/**
 * Requests a second of the pages compared with bare Express: each page is measured three times, alternating
 * with bare Express on the same machine, and the median ratio is reported. `seconds` is the length of one
 * measurement.
 */
async function benchWeb(profiles: number, seconds: number): Promise<WebFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'holdspace-bench-'));
  const filled = await fill({ dataDir, mongodbUri: null }, profiles);
  const directory = await serve(['directory', dataDir]);
  const bare = await serve(['bare']);
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

/** The header that browsers send. */
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
    'search page, repeated': { path: () => '/therapists?state=NJ&payer=aetna' },
    'search page, repeated, compressed': {
      path: () => '/therapists?state=NJ&payer=aetna',
      headers: compressed,
    },
    'profile page, each different': { path: () => `/therapists/${slugs[profile++ % slugs.length]}` },
    'profile page, repeated, compressed': { path: () => `/therapists/${slugs[0]}`, headers: compressed },
  };
}

async function compare(what: string, origin: string, asked: Asked, bareOrigin: string, seconds: number) {
  await load(origin, asked, 1);
  await load(bareOrigin, bareExpress, 1);
  const rounds = [];
  for (let round = 0; round < 3; round++) {
    const ours = await load(origin, asked, seconds);
    const bare = await load(bareOrigin, bareExpress, seconds);
    rounds.push({ ...ours, ofBare: ours.perSecond / bare.perSecond });
  }
  rounds.sort((a, b) => a.ofBare - b.ofBare);
  return { what, ...rounds[1]! };
}
