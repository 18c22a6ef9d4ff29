import { createHmac } from 'node:crypto';
import { type Clock, type Day, toDay } from '../domain/calendar.js';
import { reportDueOn } from '../domain/promises.js';
import type { Report, ReportReason } from '../domain/report.js';
import { queueEmail } from '../domain/workflow/transition.js';
import { reports } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';
import { retryOnConflict } from '../storage/update-with-retry.js';

export interface SubmitReportDeps {
  store: Store;
  clock: Clock;
  newId: () => string;
  /** Makes the daily salts. */
  secretKey: string;
  /** Has queued emails sent at once. */
  nudge: () => void;
}

export interface Told {
  therapistId: string;
  reason: ReportReason;
  words: string | null;
  /** The network address of the visitor. It is not stored. */
  address: string;
}

/**
 * Takes a report that something is wrong with a listing. The same fact reported again while the report is open counts up, each address at
 * most once a day; the therapist is asked the first time.
 */
export function createSubmitReport({ store, clock, newId, secretKey, nudge }: SubmitReportDeps) {
  const kept = store.records(reports);

  /** The salt changes every day, so that hashes of two days cannot be compared; `jobs/forget-addresses.ts` removes them the next day. */
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
    // First the email: if we die in between, the therapist was asked, and the visitor may report it again.
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

  // Two visitors may insert the first report of a fact at the same time.
  return (told: Told): Promise<void> => retryOnConflict(() => once(told), { keys: ['revision', 'id'] });
}

export type SubmitReport = ReturnType<typeof createSubmitReport>;

/** The report with one more visitor counted; the same report when this address was counted today. */
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
