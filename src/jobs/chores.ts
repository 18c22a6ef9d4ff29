import type { Clock } from '../domain/calendar.js';
import type { Store } from '../storage/store.js';
import { createRounds, type Rounds } from './rounds.js';

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

export type Chores = Rounds;

/** What has to be done once a day or a month by one process of all: each chore knows by itself whether it was. */
export function createChores({ chores, everyMs = 600_000, ...tools }: ChoresOptions): Chores {
  return createRounds({
    ...tools,
    name: 'chores',
    everyMs,
    failed: 'chores will be tried again',
    async work(goesOn) {
      for (const [words, chore] of Object.entries(chores)) {
        if (!(await goesOn())) return;
        const count = await chore();
        if (count > 0) tools.logger.info({ count }, words);
      }
    },
  });
}
