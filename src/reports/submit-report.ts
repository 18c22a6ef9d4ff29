import { createHmac } from 'node:crypto';
import { type Clock, type Day, toDay } from '../domain/calendar.js';
import { reportDueOn } from '../domain/promises.js';
import type { Report, ReportReason } from '../domain/report.js';
import { queueEmail } from '../domain/workflow/transition.js';
import { reports } from '../storage/kinds.js';
import { Conflict, type Store } from '../storage/store.js';

/** How often a write is tried anew that somebody else's came before. */
const TRIES = 8;

interface Tools {
  store: Store;
  clock: Clock;
  newId: () => string;
  /** Keys the salts of the days. */
  secretKey: string;
  /** Has waiting letters sent at once. */
  nudge: () => void;
}

export interface Told {
  therapistId: string;
  reason: ReportReason;
  words: string | null;
  /** The network address of whoever tells it. It is not stored. */
  address: string;
}

/**
 * Takes in that something is wrong with a listing. The same fact told again while nobody has looked counts up, each address at most once
 * a day; the therapist is asked the first time.
 */
export function createSubmitReport({ store, clock, newId, secretKey, nudge }: Tools) {
  const kept = store.records(reports);

  /** The salt is another every day, so that hashes of one day say nothing of another's; they are dropped with the next (see `forget.ts`). */
  function hashOf(address: string, day: Day): string {
    const salt = createHmac('sha256', secretKey).update(`report-salt:${day}`).digest();
    return createHmac('sha256', salt).update(address).digest('base64url');
  }

  async function once({ therapistId, reason, words, address }: Told): Promise<void> {
    const therapist = await store.therapists.get(therapistId);
    if (therapist === null) return;
    const now = clock.now();
    const day = toDay(now);
    const hash = hashOf(address, day);
    const [open] = await kept.tagged(`open:${therapistId}:${reason}`, { limit: 1 });
    if (open !== undefined) {
      const counted = countedOnce(open, hash, day, words);
      if (counted !== open) await kept.update(counted);
      return;
    }
    const id = `${therapistId}-${reason}-${await kept.count(`resolved:${therapistId}:${reason}`)}`;
    // First the letter: if we die in between, the therapist was asked, and who tells it may tell it again.
    const asked = queueEmail(therapist, { kind: 'reported', facts: { reason } }, { now, newId });
    if (asked !== therapist) await store.therapists.update(asked);
    await kept.insert({
      ...{ id, revision: 1, therapistId, slug: therapist.slug, reason, words },
      ...{ count: 1, counted: [hash], saltDay: day, at: now.toISOString() },
      dueOn: reportDueOn(day),
      ...{ answer: null, outcome: 'open', resolvedAt: null, resolvedBy: null, note: null },
    });
    nudge();
  }

  return async (told: Told): Promise<void> => {
    for (let tries = 1; ; tries++) {
      const outcome = await once(told).catch((error: unknown) => error);
      if (outcome === undefined) return;
      if (!(outcome instanceof Conflict) || tries === TRIES) throw outcome;
    }
  };
}

export type Tell = ReturnType<typeof createSubmitReport>;

/** The report with one more who told it; the same when this address was counted today. */
function countedOnce(report: Report, hash: string, day: Day, words: string | null): Report {
  const counted = report.saltDay === day ? report.counted : [];
  if (counted.includes(hash)) return report;
  const said = [report.words, words].filter((one) => one !== null).join('\n\n');
  return {
    ...report,
    count: report.count + 1,
    counted: [...counted, hash].slice(-1000),
    saltDay: day,
    words: said === '' ? null : said.slice(0, 1000),
  };
}
