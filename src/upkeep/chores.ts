import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../domain/calendar.js';
import type { Store } from '../storage/store.js';
import { createLease } from './leases.js';

export interface ChoresOptions {
  store: Pick<Store, 'leases'>;
  clock: Clock;
  logger: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
  /** Tells this process from all others. */
  holder: string;
  /** What is done, by the words that tell it: each says how many it did it to, and does nothing when it was done already. */
  chores: Readonly<Record<string, () => Promise<number>>>;
  /** How often, in milliseconds; every ten minutes unless given. */
  everyMs?: number;
}

export interface Chores {
  start(): void;
  /** All of them once, when it is this process's business. Never rejects: what failed is told to the log, and tried again. */
  tick(): Promise<void>;
  /** Ends it, and gives the lease back. */
  stop(): Promise<void>;
}

/** A stop does not wait longer than this for a store that does not answer. */
const STOP_MS = 3000;

/** What has to be done once a day or a month by one process of all: each chore knows by itself whether it was. */
export function createChores({
  store,
  clock,
  logger,
  holder,
  chores,
  everyMs = 600_000,
}: ChoresOptions): Chores {
  const lease = createLease({ leases: store.leases, name: 'chores', holder, clock, forMs: everyMs * 3 });
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function all(): Promise<void> {
    for (const [words, chore] of Object.entries(chores)) {
      if (stopped || !(await lease.hold())) return;
      const count = await chore();
      if (count > 0) logger.info({ count }, words);
    }
  }

  function tick(): Promise<void> {
    working = working
      .then(all)
      .catch((error: Error) => logger.warn({ err: error.name }, 'chores will be tried again'));
    return working;
  }

  function plan(ms: number): void {
    if (!stopped) timer = setTimeout(() => void tick().then(() => plan(everyMs)), ms).unref();
  }

  return {
    tick,
    start: () => plan(0),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.race([working, sleep(STOP_MS, undefined, { ref: false })]);
      await lease.release().catch(() => undefined);
    },
  };
}
