import type { Clock } from '../domain/calendar.js';
import type { Store } from '../storage/store.js';
import { forgetAddresses } from './forget-addresses.js';
import { createJob, type Job } from './job.js';
import { drawSample } from './sampling.js';
import type { JobLogger } from './state-log.js';

export interface ScheduledJobsOptions {
  store: Store;
  clock: Clock;
  logger: JobLogger;
  secretKey: string;
  /** Tells this process from all others. */
  holder: string;
  /** Milliseconds between two checks; ten minutes unless given. */
  everyMs?: number;
}

/** What is due once a month or once a day. Each job knows by itself whether it was done already, and answers how many records it wrote. */
export function createScheduledJobs(options: ScheduledJobsOptions): Job[] {
  const { store, clock, logger, secretKey, holder, everyMs: every = 600_000 } = options;
  const lease = { leases: store.leases, holder, clock, forMs: every * 3 };
  return [
    createJob({
      ...{ name: 'monthly sample', every, lease, logger },
      async run() {
        const count = await drawSample({ store, clock, secretKey });
        if (count > 0) logger.info({ count }, `monthly sample: drew ${count} listings`);
      },
    }),
    createJob({
      ...{ name: 'address hashes', every, lease, logger },
      async run() {
        const count = await forgetAddresses({ store, clock });
        if (count > 0) logger.info({ count }, `address hashes: removed from ${count} reports`);
      },
    }),
  ];
}
