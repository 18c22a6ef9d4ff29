import { type Clock, toDay } from '../domain/calendar.js';
import type { Profile } from '../domain/profile.js';
import type { Report } from '../domain/report.js';
import type { Therapist } from '../domain/therapist.js';
import { act } from '../domain/workflow/act.js';
import type { Command } from '../domain/workflow/command.js';
import { Unmet } from '../domain/workflow/errors.js';
import { isEmail, OWN_PROFILE } from '../domain/workflow/permission.js';
import { reports } from '../storage/kinds.js';
import { Conflict, type Store } from '../storage/store.js';

/** A fact that this many people reported comes first. */
export const FIRST_FROM = 3;
/** More open reports than a team can handle. */
const MOST = 1000;

/** What a reviewer found, and what to do. */
export type Verdict =
  /** The report is right, and the listing is corrected at once. */
  | { outcome: 'corrected'; patch: Partial<Profile> | null; note: string }
  | { outcome: 'suspended'; note: string }
  | { outcome: 'unfounded'; note: string };

export interface Resolving {
  id: string;
  /** The revision of the report on the reviewer's page. */
  seen: number;
  verdict: Verdict;
  reviewer: string;
}

export interface ReportServiceDeps {
  store: Store;
  clock: Clock;
  newId: () => string;
  nudge: () => void;
  twoReviewers: boolean;
}

/** What reviewers do with reports. No report changes a listing before a reviewer decides. */
export function createReportService({ store, clock, newId, nudge, twoReviewers }: ReportServiceDeps) {
  const kept = store.records(reports);

  /** Writes the listing first, then the report. After a crash in between, the report is still open, and closing it again changes nothing more. */
  async function mend(therapist: Therapist, { verdict, reviewer }: Resolving): Promise<void> {
    const command = commandOf(verdict, therapist);
    if (command === null) return;
    const actor = { role: 'reviewer' as const, email: reviewer };
    await store.therapists.update(act(therapist, command, { actor, now: clock.now(), newId, twoReviewers }));
    nudge();
  }

  return {
    /** Open reports: those by three or more people first, then by due date. */
    async open(): Promise<Report[]> {
      const all = await kept.tagged('open', { limit: MOST });
      return all.sort(
        (a, b) =>
          Number(b.count >= FIRST_FROM) - Number(a.count >= FIRST_FROM) ||
          a.dueOn.localeCompare(b.dueOn) ||
          a.at.localeCompare(b.at),
      );
    },
    /** Names of the therapists by id, without those who left. */
    async namesIn(told: readonly Report[]): Promise<ReadonlyMap<string, string>> {
      const ids = [...new Set(told.map(({ therapistId }) => therapistId))];
      const found = await store.therapists.getMany(ids);
      return new Map(
        found.flatMap(({ id, published }) => (published === null ? [] : [[id, published.name]])),
      );
    },
    /** The last resolved reports, newest first. */
    resolved: (limit: number) => kept.tagged('resolved', { limit, newestFirst: true }),
    async get(id: string): Promise<{ report: Report; therapist: Therapist | null } | null> {
      const report = await kept.get(id);
      return report && { report, therapist: await store.therapists.get(report.therapistId) };
    },
    /**
     * Closes a report. A second call changes nothing.
     * @throws Conflict when it was closed, or the listing changed, meanwhile. @throws NotAllowed and Unmet as `act` does.
     */
    async resolve(resolving: Resolving): Promise<void> {
      const found = await this.get(resolving.id);
      if (found === null) return;
      const { report, therapist } = found;
      const { verdict, reviewer, seen } = resolving;
      if (isEmail(therapist?.email ?? null, reviewer)) throw new Unmet('measure', OWN_PROFILE);
      // After a double click, the browser shows the answer to the second request.
      if (isSaid(report, resolving)) return;
      if (report.outcome !== 'open') throw new Conflict('revision', 'The report is closed already.');
      if (therapist !== null && report.revision === seen) await mend(therapist, resolving);
      await kept.update({
        ...report,
        revision: seen,
        outcome: therapist === null || therapist.status === 'withdrawn' ? 'gone' : verdict.outcome,
        note: verdict.note,
        counted: [],
        resolvedAt: clock.now().toISOString(),
        resolvedBy: reviewer,
      });
    },
    /** Today. */
    today: () => toDay(clock.now()),
  };
}

export type ReportService = ReturnType<typeof createReportService>;

const isSaid = ({ outcome, note, resolvedBy }: Report, { verdict, reviewer }: Resolving): boolean =>
  outcome === verdict.outcome && note === verdict.note && isEmail(resolvedBy, reviewer);

function commandOf(verdict: Verdict, { status }: Therapist): Command | null {
  if (verdict.outcome === 'corrected')
    return verdict.patch && { action: 'correct', patch: verdict.patch, words: verdict.note };
  if (verdict.outcome === 'suspended' && status === 'listed')
    return { action: 'suspend', reason: 'report-confirmed', words: verdict.note };
  return null;
}
