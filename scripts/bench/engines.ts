import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/compose.js';
import { randomId } from '../../src/ids.js';
import { openMeilisearchIndex } from '../../src/search/meilisearch/open-meilisearch-index.js';
import { runReindex } from '../reindex/run-reindex.js';
import { drawQueries, type Kind, kinds } from './bench-queries.js';
import { BENCH_DAY, benchEntries } from './entries.js';
import { fill, pairSearches, type StoreConfig } from './filled.js';
import { CONNECTIONS, load } from './http-load.js';
import { ms } from './measure.js';
import { enginePairs, type Pair, removePair, settingsOf } from './pairs.js';
import type { BenchSection } from './section.js';
import { serve } from './served.js';

const clock = { now: () => new Date() };

/** The search page on every pair of engines that can be reached. */
export const enginesSection: BenchSection = {
  name: 'engines',
  async run({ quick, say }) {
    const figures: Figures[] = [];
    for (const profiles of quick ? [1000] : [10_000, 100_000]) {
      say(`\nEngine pairs, ${profiles.toLocaleString('en')} profiles, ${CONNECTIONS} connections`);
      for (const { name, missing, open } of enginePairs()) {
        if (missing.length > 0) {
          say(`  ${name}: not measured, as ${missing.join(' and ')} names no server`);
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
  /** From the start of the process, its own index built, to its first page. */
  startMs: number;
  /** The index on the server anew from the store; `null` where the process has the only one. */
  reindexMs: number | null;
  page: { perSecond: number; p50Ms: number; p99Ms: number };
  overhead: Overhead | null;
}

/** What a search takes beyond the server's own time, in milliseconds. */
interface Overhead {
  p50: number;
  p99: number;
}

async function measure(pair: Pair, profiles: number, seconds: number): Promise<Figures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'holdspace-bench-'));
  const config: StoreConfig = { dataDir, mongodbUri: pair.mongodbUri };
  try {
    const { pairs } = await fill(config, profiles);
    const reindexMs = await reindex(config, pair);
    const served = await serve(['directory', dataDir], settingsOf(pair));
    const searches = pairSearches(pairs);
    let next = 0;
    const asked = { path: () => `/therapists?${searches[next++ % searches.length]}` };
    await load(served.origin, asked, 1);
    const page = await load(served.origin, asked, seconds);
    await assertUndegraded(served.origin);
    await served.stop();
    const overhead = await overheadOf(pair, profiles);
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

/** @throws when the pages were answered by another engine than the one that is measured */
async function assertUndegraded(origin: string): Promise<void> {
  const { degraded } = (await (await fetch(`${origin}/readyz`)).json()) as { degraded: string[] };
  if (degraded.length > 0)
    throw new Error(`The figure would be of another engine: ${degraded.join()} degraded.`);
}

const OVERHEAD_SEARCHES = 100;

/** One search after the other, as the adapter is asked by the pages. */
async function overheadOf({ meilisearch }: Pair, profiles: number): Promise<Overhead | null> {
  if (meilisearch === null) return null;
  let serverMs = 0;
  const index = await openMeilisearchIndex({
    ...meilisearch,
    ...{ clock, newId: randomId },
    onCall: (call) => {
      serverMs += call.serverMs;
    },
  });
  const entries = [...benchEntries(Math.min(profiles, 1000))];
  const over: number[] = [];
  for (const query of (Object.keys(kinds) as Kind[]).flatMap((kind) =>
    drawQueries(kind, entries, OVERHEAD_SEARCHES),
  )) {
    serverMs = 0;
    const start = performance.now();
    await index.search(query, BENCH_DAY);
    over.push(performance.now() - start - serverMs);
  }
  over.sort((a, b) => a - b);
  const at = (share: number) => over[Math.floor(over.length * share)]!;
  return { p50: at(0.5), p99: at(0.99) };
}

function report({ pair, startMs, reindexMs, page, overhead }: Figures): string[] {
  const { perSecond, p50Ms, p99Ms } = page;
  const index = reindexMs === null ? '' : `, re-index ${(reindexMs / 1000).toFixed(1)} s`;
  const over =
    overhead === null
      ? ''
      : `, over the server's own time p50 ${ms(overhead.p50)} p99 ${ms(overhead.p99)} ms`;
  return [
    `${pair.padEnd(22)} search page ${String(Math.round(perSecond)).padStart(5)}/s p50 ${p50Ms} ms p99 ${p99Ms} ms, start ${(startMs / 1000).toFixed(1)} s${index}${over}`,
  ];
}
