import { businessDaysBetween } from '../domain/business-days.js';
import { addDays, type Clock, type Day, type Instant, toDay } from '../domain/calendar.js';
import { FLAG_AFTER_DAYS, LAPSE_AFTER_DAYS } from '../domain/freshness.js';
import { REPORT_BUSINESS_DAYS } from '../domain/promises.js';
import { type Proportion, proportion } from '../domain/proportion.js';
import type { Report } from '../domain/report.js';
import { statusTag } from '../domain/therapist-tags.js';
import { emptyQuery } from '../search/query-fields.js';
import type { SearchAnswer, SearchIndex } from '../search/search-index.js';
import { reports } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';
import { type SampleFigures, sampleFigures } from './sample-figures.js';

/** Reports of so many days are counted. */
const REPORT_DAYS = 90;
const MOST = 1000;

/** How true the directory is, by the day it was reckoned. */
export interface Accuracy {
  at: Instant;
  listings: number;
  confirmed: { within30: number; within60: number; within90: number; days90to119: number };
  shareWithin90: number | null;
  hidden: { lapsed: number; suspended: number; paused: number };
  reports: {
    days: number;
    open: number;
    overdue: number;
    resolved: number;
    outcomes: Record<Exclude<Report['outcome'], 'open'>, number>;
    medianBusinessDays: number | null;
    withinDue: Proportion;
  };
  /** The newest month first; a month counts after its first call. */
  samples: SampleFigures[];
  method: { flaggedAfterDays: number; hiddenAfterDays: number; reportsDueBusinessDays: number };
}

export interface AccuracyFiguresDeps {
  store: Store;
  index: Pick<SearchIndex, 'search'>;
  clock: Clock;
}

/** Computes the figures. */
export async function accuracyFigures({ store, index, clock }: AccuracyFiguresDeps): Promise<Accuracy> {
  const now = clock.now();
  const today = toDay(now);
  const all = await index.search(emptyQuery, today);
  const [lapsed, suspended, paused] = await Promise.all(
    ['lapsed', 'suspended', 'paused'].map((status) => store.therapists.countTagged(statusTag(status))),
  );
  return {
    at: now.toISOString(),
    listings: all.total,
    ...ages(all),
    hidden: { lapsed: lapsed ?? 0, suspended: suspended ?? 0, paused: paused ?? 0 },
    reports: await reportFigures(store, today),
    samples: await sampleFigures(store, today),
    method: {
      flaggedAfterDays: FLAG_AFTER_DAYS,
      hiddenAfterDays: LAPSE_AFTER_DAYS,
      reportsDueBusinessDays: REPORT_BUSINESS_DAYS,
    },
  };
}

function ages({ total, counts }: SearchAnswer) {
  const within = (days: number) => counts.confirmed[days] ?? 0;
  return {
    confirmed: {
      within30: within(30),
      within60: within(60),
      within90: within(90),
      days90to119: total - within(90),
    },
    shareWithin90: total === 0 ? null : within(90) / total,
  };
}

async function reportFigures(store: Store, today: Day): Promise<Accuracy['reports']> {
  const kept = store.records(reports);
  const open = await kept.tagged('open', { limit: MOST });
  const newest = await kept.tagged('resolved', { limit: MOST, newestFirst: true });
  const since = addDays(today, -REPORT_DAYS);
  const resolved = newest.filter(({ resolvedAt }) => (resolvedAt ?? '') >= since);
  const outcomes = { corrected: 0, unfounded: 0, suspended: 0, gone: 0 };
  for (const { outcome } of resolved) if (outcome !== 'open') outcomes[outcome]++;
  const took = resolved
    .map(({ at, resolvedAt }) => businessDaysBetween(at.slice(0, 10), (resolvedAt ?? at).slice(0, 10)))
    .sort((a, b) => a - b);
  return {
    days: REPORT_DAYS,
    open: await kept.count('open'),
    overdue: open.filter(({ dueOn }) => dueOn < today).length,
    resolved: resolved.length,
    outcomes,
    medianBusinessDays: median(took),
    withinDue: proportion(took.filter((days) => days <= REPORT_BUSINESS_DAYS).length, took.length),
  };
}

function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}
