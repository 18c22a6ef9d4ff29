import type { Finding } from '../domain/findings.js';
import type { HistoryEvent } from '../domain/history.js';
import type { Therapist } from '../domain/therapist.js';
import { reports, samples, sessions, sheets } from '../storage/kinds.js';
import type { PracticeRoutesDeps } from './routes/deps.js';

/** Replaces the name of a reviewer. */
const REVIEWER = 'a reviewer';
const MOST = 1000;

/** Everything we store about a therapist, for them to read, without reviewers' addresses and secrets of links. */
export async function everythingAbout(
  therapist: Therapist,
  { store, clock }: Pick<PracticeRoutesDeps, 'store' | 'clock'>,
) {
  const tag = `therapist:${therapist.id}`;
  const [told, checked, signedIn, sheetCount] = await Promise.all([
    store.records(reports).tagged(tag, { limit: MOST }),
    store.records(samples).tagged(tag, { limit: MOST }),
    store.records(sessions).tagged(`email:${therapist.email.toLowerCase()}`, { limit: MOST }),
    store.records(sheets).count(tag),
  ]);
  return {
    about: 'Everything that Holdspace keeps about you, as of the moment below.',
    at: clock.now().toISOString(),
    record: recordOf(therapist),
    // Without the reporter's words, which can identify the reporter.
    reports: told.map(({ reason, count, at, dueOn, answer, outcome, resolvedAt, note }) => ({
      ...{ reason, count, at, dueOn, answer, outcome, resolvedAt, note },
    })),
    checksByTelephone: checked.map(({ month, state, payer, line, result }) => ({
      ...{ month, state, payer, line },
      result: result && { ...result, by: REVIEWER },
    })),
    referralSheetsThatNameYou: sheetCount,
    signIns: signedIn.map(({ createdAt, endsAt }) => ({ createdAt, endsAt })),
  };
}

function recordOf({ confirmKey: _key, ...record }: Therapist) {
  return {
    ...record,
    findings: record.findings.map(nameless),
    claimedBy: record.claimedBy && REVIEWER,
    approvedBy: record.approvedBy && REVIEWER,
    history: record.history.map(eventOf),
  };
}

const nameless = (finding: Finding) => ({ ...finding, by: REVIEWER });

function eventOf(event: HistoryEvent) {
  const { by, frozen } = event;
  return {
    ...event,
    by: by.email === null ? by.role : REVIEWER,
    frozen: frozen && { ...frozen, findings: frozen.findings.map(nameless) },
  };
}
