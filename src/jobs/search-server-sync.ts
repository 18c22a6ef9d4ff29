import type { Clock } from '../domain/calendar.js';
import type { FailoverIndex } from '../search/failover.js';
import type { Store } from '../storage/store.js';
import { createLease } from './leases.js';
import { createRemovalCursor } from './removal-cursor.js';
import { createComparison, type Flaw, sizeOrFlaw } from './server-check.js';
import type { ServerFeed, ServerIndex } from './server-feed.js';
import { createLag } from './server-lag.js';
import { createServerWork } from './server-work.js';
import { createOutcome, type SyncLogger } from './sync-outcome.js';
import { createTurns } from './turns.js';

export interface ServerSyncOptions {
  store: Store;
  /** On the server. */
  index: ServerIndex;
  /** Answers in the place of the server while that is known to be wrong; its size is that of the index in this process. */
  failover: Pick<FailoverIndex, 'size' | 'setAside' | 'look'>;
  clock: Clock;
  logger: SyncLogger;
  /** Tells this process from all others. */
  holder: string;
  /** How long a lease outlives a process that died, in milliseconds; 30,000 unless given. */
  leaseMs?: number;
  /** How often a look is taken, in milliseconds; 1000 unless given. */
  everyMs?: number;
}

export interface ServerSync {
  /** Looks from now on, once a second. */
  start(): void;
  /** Something was written: looks at once, unless the server is left in peace after a failure. */
  nudge(): void;
  /** One look, and the work it finds. Never rejects: what failed is told to the log, and tried again. */
  tick(): Promise<void>;
  /** Ends looking, breaks off a build, and gives the leases back. */
  stop(): Promise<void>;
}

/** A stop does not wait longer than this for a server that does not answer. */
const STOP_MS = 3000;

/**
 * Keeps the index on the search server in step with the store. Of all processes one does it (the keeper, by a lease); the others look
 * whether the server's index has the right size and follows, and leave it alone while it does not.
 */
export function createServerSync(options: ServerSyncOptions): ServerSync {
  const { store, index, failover, clock, logger, holder, leaseMs = 30_000, everyMs = 1000 } = options;
  const feed: ServerFeed = { therapists: store.therapists, index, clock };
  const abort = new AbortController();
  const leaseOf = (name: string) => ({ leases: store.leases, name, holder, clock, forMs: leaseMs });
  const keeper = createLease(leaseOf('search-keeper'));
  const cursor = createRemovalCursor(() => store.therapists.cursor(), leaseMs * 2);
  const work = createServerWork({ feed, cursor, leaseOf, logger, signal: abort.signal });
  const compare = createComparison(() => failover.size());
  const isBehind = createLag(everyMs);
  const outcome = createOutcome(logger, everyMs);
  let giveBack: (() => void) | null = null;
  const turns = createTurns(() =>
    look().then(
      () => outcome.succeeded(),
      (error: unknown) => failed(error),
    ),
  );

  function setAside(flaw: Flaw | 'behind'): void {
    if (giveBack === null && flaw === 'behind')
      logger.info({}, 'Meilisearch is behind: searches are answered in this process until it has caught up');
    else if (giveBack === null) logger.warn({ flaw }, 'the index on Meilisearch is wrong, and is not used');
    giveBack ??= failover.setAside();
  }

  function useAgain(): void {
    giveBack?.();
    giveBack = null;
  }

  async function look(): Promise<void> {
    const keeps = await keeper.hold();
    if (!keeps) await cursor.follow();
    const found = await sizeOrFlaw(index);
    if (typeof found === 'number') {
      const oldest = await work.oldest(keeps);
      const isSent = oldest !== null && keeps && (await work.send());
      const verdict = await compare(found, oldest !== null);
      if (isBehind(isSent ? null : oldest)) return setAside('behind');
      if (verdict === 'even') return useAgain();
      if (verdict === null) return;
      setAside(verdict);
      // What is missing altogether, or another version's, is left alone by every process of itself.
    } else if (keeps) setAside(found);
    if (keeps && (await work.rebuild())) useAgain();
  }

  /** Searches may fail on it too, which `/readyz` says before one is asked. Another process may have more luck with the server. */
  async function failed(error: unknown): Promise<number> {
    if (abort.signal.aborted) return everyMs;
    const wait = outcome.failed(error);
    await failover.look();
    if (outcome.failures() >= 3) await keeper.release().catch(() => undefined);
    return wait;
  }

  return {
    tick: turns.tick,
    start: turns.start,
    nudge() {
      if (outcome.failures() === 0) turns.nudge();
    },
    async stop() {
      abort.abort(new Error('This process stops.'));
      await turns.stop(STOP_MS);
      useAgain();
      await keeper.release().catch(() => undefined);
    },
  };
}
