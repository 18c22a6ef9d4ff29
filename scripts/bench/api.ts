import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, pairSearches } from './filled.js';
import { CONNECTIONS, load } from './http-load.js';
import type { BenchSection } from './section.js';
import { serve } from './served.js';

const PROFILES = 10_000;
const ROUNDS = 5;

/** The same searches of twenty hits by the API and by the page, alternating in one run. */
export const apiSection: BenchSection = {
  name: 'api',
  async run({ quick, say }) {
    const figures = await benchApi(quick ? 1000 : PROFILES, quick ? 1 : 5);
    say(
      `\nThe API, ${figures.profiles} profiles, ${CONNECTIONS} connections, every query of 20 hits differs`,
    );
    for (const { what, perSecond, p50Ms, p99Ms } of [figures.api, figures.page])
      say(
        `  ${what.padEnd(12)} ${String(Math.round(perSecond)).padStart(6)}/s  p50 ${p50Ms} ms  p99 ${p99Ms} ms`,
      );
    say(`  p99 of the API is ${figures.p99Ratio.toFixed(2)} of the page's (median of ${ROUNDS} rounds)`);
    say(`  an answer has ${figures.kilobytes} KB`);
    return figures;
  },
};

interface Row {
  what: string;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

interface ApiFigures {
  profiles: number;
  api: Row;
  page: Row;
  p99Ratio: number;
  kilobytes: number;
}

/** Each round loads both for the same time. Reports the round with the median ratio. */
async function benchApi(profiles: number, seconds: number): Promise<ApiFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'holdspace-bench-'));
  const { pairs } = await fill({ dataDir, mongodbUri: null }, profiles);
  const directory = await serve(['directory', dataDir]);
  try {
    const searches = pairSearches(pairs);
    const page = (await createLoader(directory.origin, '/therapists', searches)).load;
    const api = await createLoader(directory.origin, '/api/v1/therapists', searches);
    await api.load(1);
    await page(1);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [ours, theirs] = [await api.load(seconds), await page(seconds)];
      rounds.push({
        api: { what: 'API search', ...ours },
        page: { what: 'search page', ...theirs },
        p99Ratio: ours.p99Ms / Math.max(1, theirs.p99Ms),
      });
    }
    rounds.sort((a, b) => a.p99Ratio - b.p99Ratio);
    return { profiles, kilobytes: api.kilobytes, ...rounds[Math.floor(ROUNDS / 2)]! };
  } finally {
    await directory.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Sends every search once before it repeats one, so that no answer comes from a cache. */
async function createLoader(origin: string, path: string, searches: readonly string[]) {
  let sent = 0;
  const sample = await (await fetch(`${origin}${path}?${searches[0]}`)).text();
  return {
    kilobytes: Math.round(sample.length / 1024),
    load: (seconds: number) =>
      load(origin, { path: () => `${path}?${searches[sent++ % searches.length]}` }, seconds),
  };
}
