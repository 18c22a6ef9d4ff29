import { awaitLease, type LeaseOptions } from '../../src/jobs/leases.js';
import type { ServerFeed, ServerIndex } from '../../src/jobs/server-feed.js';
import { rebuildServer } from '../../src/jobs/server-rebuild.js';
import { BUILDING, SENDING } from '../../src/jobs/server-work.js';
import type { Store } from '../../src/storage/store.js';
import type { Progress } from '../seed/progress.js';

export interface ReindexTools {
  store: Store;
  index: ServerIndex;
  clock: ServerFeed['clock'];
  /** Identifies this run among all processes. */
  holder: string;
  say: (text: string) => void;
  progress: Progress;
  /** Aborted on an interrupt: the index in use stays unchanged. */
  signal: AbortSignal;
}

/** A killed run delays the next one no longer than this. */
const LEASE_MS = 30_000;

/**
 * Rebuilds the index on the search server from the store, while searches continue. A run waits for another run,
 * and for a program that is building the index itself.
 */
export async function runReindex(tools: ReindexTools): Promise<void> {
  const { store, clock, holder, say, signal } = tools;
  const leaseOf = (name: string): LeaseOptions => ({
    leases: store.leases,
    name,
    holder,
    clock,
    forMs: LEASE_MS,
  });
  const onWait = () => say('Another process is building the index: waiting until it finishes.');
  await reportStop(signal, say, async () => {
    const building = await awaitLease(leaseOf(BUILDING), signal, onWait);
    const takeSending = () => awaitLease(leaseOf(SENDING), signal);
    await build(tools, { building, takeSending, signal }).finally(() => building.release());
  });
}

type Options = Parameters<typeof rebuildServer>[1];

async function build({ store, index, clock, say, progress }: ReindexTools, options: Options): Promise<void> {
  const { therapists } = store;
  progress.start(await therapists.count());
  const feed = { therapists, index, clock };
  const onProgress = (read: number) => progress.at(read);
  const built = await rebuildServer(feed, { ...options, onProgress }).finally(() => progress.stop());
  say(`Built the index: ${built.listings} listings.`);
}

/** An intended interruption is not an error. */
async function reportStop(
  signal: AbortSignal,
  say: (text: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  await work().catch((error: unknown) => {
    if (!signal.aborted) throw error;
    say('Stopped: the index in use is unchanged.');
  });
}
