import { type Clock, toDay } from '../domain/calendar.js';
import { reportDueOn } from '../domain/promises.js';
import type { Report } from '../domain/report.js';
import type { Therapist } from '../domain/therapist.js';
import { reports } from '../storage/kinds.js';
import { Conflict, type Store } from '../storage/store.js';

/** Tells reviewers that emails do not reach a therapist: once, however many come back while the report is open. */
export type ReportRefused = (therapist: Therapist, emailId: string) => Promise<void>;

export function createReportRefused(store: Store, clock: Clock): ReportRefused {
  const kept = store.records(reports);
  return async ({ id: therapistId, slug, status }, emailId) => {
    if (status === 'withdrawn') return;
    if ((await kept.count(`open:${therapistId}:address-refused`)) > 0) return;
    const now = clock.now();
    const report: Report = {
      // From the email's id: repeated after a crash, it is the same report.
      id: `refused-${emailId}`,
      revision: 1,
      therapistId,
      slug,
      reason: 'address-refused',
      words: null,
      count: 1,
      counted: [],
      saltDay: toDay(now),
      at: now.toISOString(),
      dueOn: reportDueOn(toDay(now)),
      answer: null,
      outcome: 'open',
      resolvedAt: null,
      resolvedBy: null,
      note: null,
    };
    await kept.insert(report).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  };
}
