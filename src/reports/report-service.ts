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

/** So many who tell the same put it first. */
export const FIRST_FROM = 3;
/** More open reports than a team can look at. */
const MOST = 1000;

/** What a reviewer found, and does about it. */
export type Verdict =
  /** It was right, and the listing is mended here and now. */
  | { outcome: 'corrected'; patch: Partial<Profile> | null; note: string }
  | { outcome: 'suspended'; note: string }
  | { outcome: 'unfounded'; note: string };

export interface Resolving {
  id: string;
  /** The revision of the report that the reviewer had before their eyes. */
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

/** Where reviewers look at what was told. Nothing that was told is public before one of them says so. */
export function createReportService({ store, clock, newId, nudge, twoReviewers }: ReportServiceDeps) {
  const kept = store.records(reports);

  /** First the listing, then the report: if we die in between, the report is open still, and closing it again changes nothing more. */
  async function mend(therapist: Therapist, { verdict, reviewer }: Resolving): Promise<void> {
    const command = commandOf(verdict, therapist);
    if (command === null) return;
    const actor = { role: 'reviewer' as const, email: reviewer };
    await store.therapists.update(act(therapist, command, { actor, now: clock.now(), newId, twoReviewers }));
    nudge();
  }

  return {
    /** Open reports: first what three or more told, then by the day it is due. */
    async open(): Promise<Report[]> {
      const all = await kept.tagged('open', { limit: MOST });
      return all.sort(
        (a, b) =>
          Number(b.count >= FIRST_FROM) - Number(a.count >= FIRST_FROM) ||
          a.dueOn.localeCompare(b.dueOn) ||
          a.at.localeCompare(b.at),
      );
    },
    /** Whom the reports are about, by the id of the therapist, as they call themselves; nobody who has left. */
    async namesIn(told: readonly Report[]): Promise<ReadonlyMap<string, string>> {
      const ids = [...new Set(told.map(({ therapistId }) => therapistId))];
      const found = await store.therapists.getMany(ids);
      return new Map(
        found.flatMap(({ id, published }) => (published === null ? [] : [[id, published.name]])),
      );
    },
    /** The last that were resolved, the newest first. */
    resolved: (limit: number) => kept.tagged('resolved', { limit, newestFirst: true }),
    async get(id: string): Promise<{ report: Report; therapist: Therapist | null } | null> {
      const report = await kept.get(id);
      return report && { report, therapist: await store.therapists.get(report.therapistId) };
    },
    /**
     * Closes a report, once however often it is asked for.
     * @throws Conflict when it was closed, or the listing changed, meanwhile. @throws NotAllowed and Unmet as `act` does.
     */
    async resolve(resolving: Resolving): Promise<void> {
      const found = await this.get(resolving.id);
      if (found === null) return;
      const { report, therapist } = found;
      const { verdict, reviewer, seen } = resolving;
      if (isEmail(therapist?.email ?? null, reviewer)) throw new Unmet('measure', OWN_PROFILE);
      // A second click of the same: the browser shows what it answers.
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
    /** The day by the clock. */
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
