import type { Clock } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import { tick } from '../domain/workflow/tick.js';
import { Conflict, Missing, type Store } from '../storage/store.js';
import { createLease } from './leases.js';
import { createTurns } from './turns.js';

export interface TherapistClockOptions {
  store: Pick<Store, 'therapists' | 'leases'>;
  clock: Clock;
  newId: () => string;
  logger: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
  /** Tells this process from all others. */
  holder: string;
  /** How long the lease outlives a process that died, in milliseconds; 60,000 unless given. */
  leaseMs?: number;
  /** How often a look is taken, in milliseconds; 30,000 unless given. */
  everyMs?: number;
}

export interface TherapistClock {
  /** Looks at once, and from then on every 30 seconds. */
  start(): void;
  /** Something may be due: looks at once. */
  nudge(): void;
  /** One look, and what it finds to do, when no other process keeps this clock. Never rejects: what failed is told, and tried again. */
  tick(): Promise<void>;
  /** Ends looking; answers when the last look is done and the lease given back. */
  stop(): Promise<void>;
}

const BATCH = 500;

/**
 * The clock of therapists' records: reminders, lapses, licenses that end. What it does to one record is one write, with the letter that
 * tells of it, so that a kill loses nothing and does nothing twice; a record that somebody else wrote meanwhile waits for the next look.
 */
export function createTherapistClock(options: TherapistClockOptions): TherapistClock {
  const { store, clock, newId, logger, holder, leaseMs = 60_000, everyMs = 30_000 } = options;
  const { therapists } = store;
  const lease = createLease({ leases: store.leases, name: 'therapist-clock', holder, clock, forMs: leaseMs });
  let failing = false;
  const turns = createTurns(async () => {
    await look().then(
      () => tell(null),
      (error: unknown) => tell(error),
    );
    return everyMs;
  });

  async function look(): Promise<void> {
    const counts = { written: 0, left: 0 };
    for (let more = true; more && !turns.isStopped() && (await lease.hold()); ) {
      const now = clock.now();
      const due = await therapists.due(now.toISOString(), BATCH);
      const before = counts.written;
      for (const therapist of due) {
        const outcome = await write(therapist, tick(therapist, { now, newId }));
        if (outcome !== null) counts[outcome] += 1;
        if (turns.isStopped() || !(await lease.hold())) break;
      }
      // Records that only have letters to be sent stay due: they do not make it look again.
      more = due.length === BATCH && counts.written > before;
    }
    if (counts.written + counts.left > 0) logger.info(counts, 'the clock of the therapists went on');
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

  /** One line for each change of state, not one for each look. */
  function tell(error: unknown): void {
    const fails = error !== null;
    if (fails && !failing) logger.warn({ err: error }, 'the clock of the therapists stands still');
    if (!fails && failing) logger.info({}, 'the clock of the therapists goes again');
    failing = fails;
  }

  return {
    tick: turns.tick,
    start: turns.start,
    nudge: turns.nudge,
    async stop() {
      await turns.stop();
      await lease.release().catch(() => undefined);
    },
  };
}
