import { createChores } from '../jobs/chores.js';
import { forgetAddresses } from '../jobs/forget-addresses.js';
import { drawSample } from '../jobs/sampling.js';
import { createSweeper } from '../jobs/sweeper.js';
import { createTherapistClock } from '../jobs/therapist-clock.js';
import type { Store } from '../storage/store.js';
import type { Tools } from './tools.js';

/** Whatever the program does by itself, of all processes one at a time. */
export function createJobs(store: Store, { clock, newId, logger }: Tools, secretKey: string) {
  const common = { store, clock, logger };
  const therapists = createTherapistClock({ ...common, newId, holder: newId() });
  const sweeper = createSweeper({ ...common, holder: newId() });
  const chores = createChores({
    ...common,
    holder: newId(),
    chores: {
      'drew the sample of the month': () => drawSample({ store, clock, secretKey }),
      'forgot hashes of addresses': () => forgetAddresses({ store, clock }),
    },
  });
  const all = [therapists, sweeper, chores];
  return {
    start() {
      for (const one of all) one.start();
    },
    /** Does now what is due, without waiting for the next look. */
    async run() {
      for (const one of all) await one.tick();
    },
    async stop() {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}
