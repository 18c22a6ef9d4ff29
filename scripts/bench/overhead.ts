import { randomId } from '../../src/compose/ids.js';
import { openMeilisearchIndex } from '../../src/search/meilisearch/open-meilisearch-index.js';
import { drawQueries, type Kind, kinds } from './bench-queries.js';
import { BENCH_DAY, benchEntries } from './entries.js';
import type { Pair } from './pairs.js';

/** In milliseconds. */
export interface Share {
  p50: number;
  p99: number;
}

/** The overhead of the adapter for one search with all its counts, run one after another. */
export interface Overhead {
  /** Beyond the server's reported time, which rounds each of several searches down and excludes the network. */
  beyondServer: Share;
  /** Beyond the HTTP call: the work of the adapter itself. */
  beyondCall: Share;
}

const SEARCHES_OF_A_KIND = 100;
const MOST_ENTRIES = 1000;

export async function overheadOf(
  server: NonNullable<Pair['meilisearch']>,
  profiles: number,
): Promise<Overhead> {
  const spent = { server: 0, call: 0 };
  const index = await openMeilisearchIndex({
    ...server,
    clock: { now: () => new Date() },
    newId: randomId,
    onCall: ({ serverMs }) => {
      spent.server += serverMs;
    },
  });
  const entries = [...benchEntries(Math.min(profiles, MOST_ENTRIES))];
  const beyond = { server: [] as number[], call: [] as number[] };
  const stopTiming = timeCalls((tookMs) => {
    spent.call += tookMs;
  });
  for (const kind of Object.keys(kinds) as Kind[])
    for (const query of drawQueries(kind, entries, SEARCHES_OF_A_KIND)) {
      spent.server = spent.call = 0;
      const start = performance.now();
      await index.search(query, BENCH_DAY);
      const took = performance.now() - start;
      beyond.server.push(took - spent.server);
      beyond.call.push(took - spent.call);
    }
  stopTiming();
  return { beyondServer: shareOf(beyond.server), beyondCall: shareOf(beyond.call) };
}

/** Reports how long each HTTP call takes, to the last byte of its answer. The returned function stops it. */
function timeCalls(onCall: (tookMs: number) => void): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = async (...asked) => {
    const start = performance.now();
    const answer = await real(...asked);
    const body = await answer.arrayBuffer();
    onCall(performance.now() - start);
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
  return () => {
    globalThis.fetch = real;
  };
}

function shareOf(times: number[]): Share {
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(times.length * 0.5)]!, p99: times[Math.floor(times.length * 0.99)]! };
}
