import type { Clock } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import { tick } from '../domain/workflow/tick.js';
import { Conflict, Missing, type Store } from '../storage/store.js';
import { createJob, type Job, type Run } from './job.js';
import type { JobLogger } from './state-log.js';

export interface TherapistClockOptions {
  store: Pick<Store, 'therapists' | 'leases'>;
  clock: Clock;
  newId: () => string;
  logger: JobLogger;
  /** Tells this process from all others. */
  holder: string;
  /** How long the lease outlives a process that died, in milliseconds; 60,000 unless given. */
  leaseMs?: number;
  /** Milliseconds between two runs; 30,000 unless given. */
  everyMs?: number;
}

const BATCH = 500;

/**
 * Does what is due in therapists' records: reminders, lapses, licenses that end. Each record takes one write, which also queues the email
 * about it, so that a kill loses nothing and repeats nothing. A record that someone else wrote meanwhile is left to the next run.
 */
export function createTherapistClock(options: TherapistClockOptions): Job {
  const { store, clock, newId, logger, holder, leaseMs = 60_000, everyMs: every = 30_000 } = options;
  const { therapists } = store;

  async function run({ mayContinue }: Run): Promise<void> {
    const counts = { written: 0, left: 0 };
    for (let more = true; more && (await mayContinue()); ) {
      const now = clock.now();
      const due = await therapists.due(now.toISOString(), BATCH);
      const before = counts.written;
      for (const therapist of due) {
        const outcome = await write(therapist, tick(therapist, { now, newId }));
        if (outcome !== null) counts[outcome] += 1;
        if (!(await mayContinue())) break;
      }
      // Records that only have emails to send stay due: they are no reason to read again.
      more = due.length === BATCH && counts.written > before;
    }
    const { written, left } = counts;
    if (written + left > 0)
      logger.info(counts, `therapist clock: ${written} records written, ${left} left to the next run`);
  }

  async function write(therapist: Therapist, ticked: Therapist): Promise<'written' | 'left' | null> {
    if (ticked === therapist) return null;
    return therapists.update(ticked).then(
      () => 'written' as const,
      (error: unknown) => {
        if (error instanceof Conflict || error instanceof Missing) return 'left' as const;
        throw error;
      },
    );
  }

  return createJob({
    ...{ name: 'therapist clock', every, logger, run },
    lease: { leases: store.leases, holder, clock, forMs: leaseMs },
  });
}
