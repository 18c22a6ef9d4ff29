import type { Day } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import { reports, reviewers, samples } from '../storage/kinds.js';
import type { RecordStore, SmallRecord } from '../storage/small-records.js';
import type { Store } from '../storage/store.js';
import { DEMO_REVIEWER, GONE, momentOf, readDemoReports, resolveReports } from './demo-reports.js';
import { checkedSample, monthBefore } from './demo-sample.js';

/* The records that go with the fictional therapists: reports of wrong listings, last month's sample, and a reviewer. */

interface DemoExtras {
  /** The path of the reports file. */
  reports: string;
  listed: readonly Therapist[];
  today: Day;
}

const PAGE = 500;

/** Adds the extra records, unless the store has real people: fictional figures would mix with real ones. */
export async function addExtras(store: Store, { reports: file, listed, today }: DemoExtras): Promise<void> {
  const resolved = resolveReports(await readDemoReports(file), today);
  if (!(await hasOnlyDemo(store))) return;
  const createdAt = momentOf(today, 0);
  await store.records(reviewers).restore({ id: DEMO_REVIEWER, revision: 1, createdAt });
  for (const report of resolved) await store.records(reports).restore(report);
  await addSample(store, listed, today);
}

/**
 * Updates the dates of reports that no one edited, and adds last month's sample when none was drawn. Removed
 * records stay removed.
 */
export async function refreshExtras(
  store: Store,
  { reports: file, listed, today }: DemoExtras,
): Promise<void> {
  const stored = store.records(reports);
  for (const report of resolveReports(await readDemoReports(file), today)) {
    const existing = await stored.get(report.id);
    if (existing?.revision === 1 && existing.at !== report.at) await stored.restore(report);
  }
  if (await hasOnlyDemo(store)) await addSample(store, listed, today);
}

/**
 * Removes every fictional therapist, their reports and samples, and the fictional reviewer. Returns the number
 * of therapists.
 */
export async function clearDemo(store: Store): Promise<number> {
  // First the records that only the therapists show to be fictional, so that an interrupted call can be
  // repeated.
  await removeAbout(store, store.records(reports));
  await removeAbout(store, store.records(samples));
  await store.records(reviewers).remove(DEMO_REVIEWER);
  return store.therapists.removeDemo();
}

async function removeAbout<R extends SmallRecord & { therapistId: string }>(
  store: Store,
  records: RecordStore<R>,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: R[] = await records.page(after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    const ids = [...new Set(page.map(({ therapistId }) => therapistId))];
    const demo = new Set((await store.therapists.getMany(ids)).filter((one) => one.demo).map(({ id }) => id));
    for (const { id, therapistId } of page)
      if (demo.has(therapistId) || therapistId === GONE) await records.remove(id);
    after = last.id;
  }
}

async function addSample(store: Store, listed: readonly Therapist[], today: Day): Promise<void> {
  const stored = store.records(samples);
  if ((await stored.count(`month:${monthBefore(today)}`)) > 0) return;
  for (const sample of checkedSample(listed, today)) await stored.restore(sample);
}

/** Whether every therapist in the store is fictional. */
async function hasOnlyDemo({ therapists }: Store): Promise<boolean> {
  return (await therapists.count()) === (await therapists.count({ demo: true }));
}
