import { createScheduledJobs } from '../jobs/scheduled-jobs.js';
import { createSweeper } from '../jobs/sweeper.js';
import { createTherapistClock } from '../jobs/therapist-clock.js';
import type { Store } from '../storage/store.js';
import type { ProgramDeps } from './deps.js';

/** A stop does not wait longer than this for a store that does not answer. */
const STOP_MS = 3000;

/** What one process of all does by itself, beside mail and the search index. */
export function createJobs(store: Store, { clock, newId, logger }: ProgramDeps, secretKey: string) {
  const common = { store, clock, logger, holder: newId() };
  const all = [
    createTherapistClock({ ...common, newId }),
    createSweeper(common),
    ...createScheduledJobs({ ...common, secretKey }),
  ];
  return {
    start() {
      for (const job of all) job.start();
    },
    /** Does what is due now, without waiting for the next run. */
    async run() {
      for (const job of all) await job.tick();
    },
    async stop() {
      await Promise.all(all.map((job) => job.stop(STOP_MS)));
    },
  };
}
