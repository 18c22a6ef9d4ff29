import { setTimeout as sleep } from 'node:timers/promises';

/** One thing that is done again and again, one turn after the other, never two at once. */
export interface Turns {
  /** Takes turns from now on, the first at once. */
  start(): void;
  /** Takes the next turn at once, where turns are taken. */
  nudge(): void;
  /** One turn, after the one that is under way. */
  tick(): Promise<void>;
  isStopped(): boolean;
  /** Takes no more turns; answers when the one under way is over, or after `withinMs` where that is given. */
  stop(withinMs?: number): Promise<void>;
}

/** `turn` never rejects, and answers in how many milliseconds the next one is due. */
export function createTurns(turn: () => Promise<number>): Turns {
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let stopped = false;

  function plan(ms: number): void {
    clearTimeout(timer);
    if (started && !stopped) timer = setTimeout(() => void tick(), ms).unref();
  }

  function tick(): Promise<void> {
    working = working.then(async () => {
      if (!stopped) plan(await turn());
    });
    return working;
  }

  return {
    tick,
    isStopped: () => stopped,
    start() {
      started = true;
      plan(0);
    },
    nudge: () => plan(0),
    async stop(withinMs) {
      stopped = true;
      clearTimeout(timer);
      await (withinMs === undefined
        ? working
        : Promise.race([working, sleep(withinMs, undefined, { ref: false })]));
    },
  };
}
