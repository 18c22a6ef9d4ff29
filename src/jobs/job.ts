import { setTimeout as sleep } from 'node:timers/promises';
import { createLease, type LeaseOptions } from './leases.js';
import { createStateLog, type JobLogger } from './state-log.js';

/** What a run is told. */
export interface Run {
  /** Whether the run may go on: the job is not stopped, and this process still holds the lease where there is one. */
  mayContinue(): Promise<boolean>;
  /** The same without asking the store. */
  isStopped(): boolean;
}

export interface JobOptions {
  /** Names the job in the log, and its lease. */
  name: string;
  /** Milliseconds from the end of a run to the next. */
  every: number;
  /** Of all processes only the one that holds the lease runs the job. Without it, every process does. */
  lease?: Omit<LeaseOptions, 'name'>;
  logger?: JobLogger | undefined;
  /** One run. May answer in how many milliseconds the next is due. */
  run(run: Run): Promise<number | undefined> | Promise<void>;
  /**
   * Handles a failed run, and may answer in how many milliseconds the next is due. Unless given, the log gets one line when runs start
   * failing and one when they work again.
   */
  onFailure?(error: unknown): Promise<number> | number;
}

/** Work that the program does by itself again and again. Two runs of one job never overlap. */
export interface Job {
  /** Runs at once, and again and again from then on. */
  start(): void;
  /** Runs at once where the job is started, after the run that is under way. */
  nudge(): void;
  /** One run, after the one that is under way. Never rejects: a failure is logged, and tried again. */
  tick(): Promise<void>;
  /** The same, but rejects when the run fails, and logs nothing. */
  runOnce(): Promise<void>;
  /** Runs no more, and gives the lease back. Resolves when the run under way is over, or after `withinMs` where that is given. */
  stop(withinMs?: number): Promise<void>;
}

export function createJob({ name, every, lease: leaseOptions, logger, run, onFailure }: JobOptions): Job {
  const lease = leaseOptions && createLease({ ...leaseOptions, name });
  const state = logger && createStateLog({ logger, subsystem: name, failing: () => 'failing' });
  let underWay: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let stopped = false;
  let running = false;
  let nudged = false;

  const context: Run = {
    isStopped: () => stopped,
    mayContinue: async () => !stopped && (lease === undefined || (await lease.hold())),
  };

  function plan(ms: number): void {
    clearTimeout(timer);
    if (started && !stopped) timer = setTimeout(() => void tick(), ms).unref();
  }

  /** Answers in how many milliseconds the next run is due. */
  async function runNow(): Promise<number> {
    if (!(await context.mayContinue())) return every;
    const next = await run(context);
    return typeof next === 'number' ? next : every;
  }

  async function runOrLog(): Promise<number> {
    try {
      const next = await runNow();
      state?.succeeded();
      return next;
    } catch (error) {
      if (onFailure) return onFailure(error);
      state?.failed(error, every);
      return every;
    }
  }

  /** Puts a run behind the one under way, whatever becomes of that. */
  function enqueue(once: () => Promise<number>): Promise<void> {
    const turn = async () => {
      if (stopped) return;
      running = true;
      nudged = false;
      let next = every;
      try {
        next = await once();
      } finally {
        running = false;
        plan(nudged ? 0 : next);
      }
    };
    const done = underWay.then(turn, turn);
    underWay = done;
    return done;
  }

  const tick = () => enqueue(runOrLog);

  return {
    tick,
    runOnce: () => enqueue(runNow),
    start() {
      started = true;
      plan(0);
    },
    nudge() {
      if (running) nudged = true;
      else plan(0);
    },
    async stop(withinMs) {
      stopped = true;
      clearTimeout(timer);
      const over = underWay.catch(() => undefined);
      await (withinMs === undefined
        ? over
        : Promise.race([over, sleep(withinMs, undefined, { ref: false })]));
      await lease?.release().catch(() => undefined);
    },
  };
}
