import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomId } from '../../src/compose/ids.js';
import { openStore } from '../../src/compose.js';
import { openMeilisearchIndex } from '../../src/search/meilisearch/open-meilisearch-index.js';
import { runReindex } from '../reindex/run-reindex.js';
import { fill, queryNumber, type StoreConfig } from './filled.js';
import { type Asked, CONNECTIONS, load } from './http-load.js';
import { ms } from './measure.js';
import { type Overhead, overheadOf, type Share } from './overhead.js';
import { enginePairs, type Pair, removePair, settingsOf } from './pairs.js';
import type { BenchSection } from './section.js';
import { serve } from './served.js';

const clock = { now: () => new Date() };

/** The search page on every reachable pair of engines. */
export const enginesSection: BenchSection = {
  name: 'engines',
  async run({ quick, say }) {
    const figures: Figures[] = [];
    for (const profiles of quick ? [1000] : [10_000, 100_000]) {
      say(`\nEngine pairs, ${profiles.toLocaleString('en')} profiles`);
      for (const { name, missing, open } of enginePairs()) {
        if (missing.length > 0) {
          say(`  ${name}: not measured, set ${missing.join(' and ')}`);
          continue;
        }
        const found = await measure(open(), profiles, quick ? 2 : 6);
        figures.push(found);
        for (const line of report(found)) say(`  ${line}`);
      }
    }
    return figures;
  },
};

interface Figures {
  pair: string;
  profiles: number;
  /** From the start of the process to its first page, with its own index built. */
  startMs: number;
  /** Rebuilding the index on the server from the store; `null` when only the process has an index. */
  reindexMs: number | null;
  /** `null` when the server could not keep up with a single connection. */
  page: Page | null;
  overhead: Overhead | null;
}

interface Page {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  connections: number;
}

async function measure(pair: Pair, profiles: number, seconds: number): Promise<Figures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'holdspace-bench-'));
  const config: StoreConfig = { dataDir, mongodbUri: pair.mongodbUri };
  try {
    const { pairs } = await fill(config, profiles);
    const reindexMs = await reindex(config, pair);
    const served = await serve(['directory', dataDir], settingsOf(pair));
    let next = 0;
    const asked = { path: () => `/therapists?${queryNumber(pairs, next++)}` };
    const page = await loadEngine(served.origin, asked, seconds);
    await served.stop();
    const overhead = pair.meilisearch && (await overheadOf(pair.meilisearch, profiles));
    return { pair: pair.name, profiles, startMs: served.startMs, reindexMs, page, overhead };
  } finally {
    await removePair(pair);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function reindex(config: StoreConfig, { meilisearch }: Pair): Promise<number | null> {
  if (meilisearch === null) return null;
  const index = await openMeilisearchIndex({ ...meilisearch, clock, newId: randomId });
  const store = await openStore(config);
  const progress = { start: () => undefined, at: () => undefined, stop: () => undefined };
  const signal = new AbortController().signal;
  const start = performance.now();
  await runReindex({ store, index, clock, holder: randomId(), say: () => undefined, progress, signal });
  const took = performance.now() - start;
  await store.close();
  return took;
}

/**
 * The highest load at which the measured engine answers everything; `null` when another engine had to answer
 * under every load.
 */
async function loadEngine(origin: string, asked: Asked, seconds: number): Promise<Page | null> {
  for (const connections of [CONNECTIONS, 4, 1]) {
    await load(origin, asked, 1, connections);
    await waitUntilHealthy(origin);
    let wasDegraded = false;
    const watch = setInterval(
      () => void degradedAt(origin).then((names) => (wasDegraded ||= names.length > 0)),
      250,
    );
    const page = await load(origin, asked, seconds, connections);
    clearInterval(watch);
    if (!wasDegraded && (await degradedAt(origin)).length === 0) return { ...page, connections };
  }
  return null;
}

async function degradedAt(origin: string): Promise<string[]> {
  return ((await (await fetch(`${origin}/readyz`)).json()) as { degraded: string[] }).degraded;
}

const MOST_CHECKS = 60;

/** Waits until the previous load has no effect, or for a minute. */
async function waitUntilHealthy(origin: string): Promise<void> {
  for (let check = 0; check < MOST_CHECKS && (await degradedAt(origin)).length > 0; check++)
    await pause(1000);
}

function report({ pair, startMs, reindexMs, page, overhead }: Figures): string[] {
  const pages =
    page === null
      ? 'search page not measured: the search server did not answer in time'
      : `search page ${String(Math.round(page.perSecond)).padStart(5)}/s p50 ${page.p50Ms} ms p99 ${page.p99Ms} ms (${page.connections} connections)`;
  const index = reindexMs === null ? '' : `, re-index ${(reindexMs / 1000).toFixed(1)} s`;
  const over =
    overhead === null
      ? ''
      : `, a search beyond the server's own time ${both(overhead.beyondServer)}, beyond the call ${both(overhead.beyondCall)}`;
  return [`${pair.padEnd(22)} ${pages}, start ${(startMs / 1000).toFixed(1)} s${index}${over}`];
}

function both({ p50, p99 }: Share): string {
  return `p50 ${ms(p50)} p99 ${ms(p99)} ms`;
}
