import type { Clock } from '../domain/calendar.js';
import { kindForLog } from '../domain/errors.js';
import type { FailoverIndex } from '../search/failover.js';
import type { Store } from '../storage/store.js';
import { createJob, type Job } from './job.js';
import { createLease } from './leases.js';
import { createRemovalCursor } from './removal-cursor.js';
import { createComparison, type Flaw, sizeOrFlaw } from './server-check.js';
import type { ServerFeed, ServerIndex } from './server-feed.js';
import { createLag } from './server-lag.js';
import { createServerWork } from './server-work.js';
import { createStateLog, type JobLogger } from './state-log.js';
import { troubleOf, waitAfter } from './sync-backoff.js';

const NAME = 'search server sync';

export interface ServerSyncOptions {
  store: Store;
  /** On the server. */
  index: ServerIndex;
  /** Answers instead of the server while that is known to be wrong; its size is that of the index in this process. */
  failover: Pick<FailoverIndex, 'size' | 'setAside' | 'check'>;
  clock: Clock;
  logger: JobLogger;
  /** Tells this process from all others. */
  holder: string;
  /** How long a lease outlives a process that died, in milliseconds; 30,000 unless given. */
  leaseMs?: number;
  /** Milliseconds between two runs; 1000 unless given. */
  everyMs?: number;
}

/** A nudge does nothing while the job waits after a failure. A stop also breaks off a rebuild. */
export type ServerSync = Omit<Job, 'runOnce'>;

/** A stop does not wait longer than this for a server that does not answer. */
const STOP_MS = 3000;

/** After so many failures in a row another process may lead: it may reach the server. */
const FAILURES_AS_LEADER = 3;

/**
 * Keeps the index on the search server in step with the store. Of all processes one does it: the leader, by a lease. The others check
 * whether the server's index has the right size and follows, and do not use it while it does not.
 */
export function createServerSync(options: ServerSyncOptions): ServerSync {
  const { store, index, failover, clock, logger, holder, leaseMs = 30_000, everyMs = 1000 } = options;
  const feed: ServerFeed = { therapists: store.therapists, index, clock };
  const abort = new AbortController();
  const leaseOf = (name: string) => ({ leases: store.leases, name, holder, clock, forMs: leaseMs });
  const leader = createLease(leaseOf('search-leader'));
  const cursor = createRemovalCursor(() => store.therapists.cursor(), leaseMs * 2);
  const work = createServerWork({ feed, cursor, leaseOf, logger, signal: abort.signal });
  const compare = createComparison(() => failover.size());
  const isBehind = createLag(everyMs);
  const state = createStateLog({
    logger,
    subsystem: NAME,
    failing: () => 'failing',
    reasonOf: (error) => troubleOf(error) ?? kindForLog(error),
  });
  let useServer: (() => void) | null = null;
  const job = createJob({ name: NAME, every: everyMs, run, onFailure });

  function setAside(flaw: Flaw | 'behind'): void {
    if (useServer === null && flaw === 'behind')
      logger.info({}, `${NAME}: behind, this process answers searches until it has caught up`);
    else if (useServer === null)
      logger.warn({ flaw }, `${NAME}: the index on the server is not used: ${flaw}`);
    useServer ??= failover.setAside();
  }

  function useAgain(): void {
    useServer?.();
    useServer = null;
  }

  async function run(): Promise<void> {
    await compareAndSend();
    state.succeeded();
  }

  async function compareAndSend(): Promise<void> {
    const leads = await leader.hold();
    if (!leads) await cursor.follow();
    const found = await sizeOrFlaw(index);
    if (typeof found === 'number') {
      const oldest = await work.oldest(leads);
      const isSent = oldest !== null && leads && (await work.send());
      const verdict = await compare(found, oldest !== null);
      if (isBehind(isSent ? null : oldest)) return setAside('behind');
      if (verdict === 'even') return useAgain();
      if (verdict === null) return;
      setAside(verdict);
      // Every process by itself leaves alone an index that is missing or of another version.
    } else if (leads) setAside(found);
    if (leads && (await work.rebuild())) useAgain();
  }

  /** Searches may fail on the server too: `/readyz` says so before one is asked. */
  async function onFailure(error: unknown): Promise<number> {
    if (abort.signal.aborted) return everyMs;
    const wait = waitAfter(error, state.failures() + 1, everyMs);
    state.failed(error, wait);
    await failover.check();
    if (state.failures() >= FAILURES_AS_LEADER) await leader.release().catch(() => undefined);
    return wait;
  }

  return {
    tick: job.tick,
    start: job.start,
    nudge() {
      if (state.failures() === 0) job.nudge();
    },
    async stop(withinMs = STOP_MS) {
      abort.abort(new Error('This process stops.'));
      await job.stop(withinMs);
      useAgain();
      await leader.release().catch(() => undefined);
    },
  };
}
