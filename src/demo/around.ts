import type { Day } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import { reports, reviewers, samples } from '../storage/kinds.js';
import type { RecordStore, SmallRecord } from '../storage/small-records.js';
import type { Store } from '../storage/store.js';
import { DEMO_REVIEWER, GONE, momentOf, readDemoReports, tellReports } from './demo-reports.js';
import { checkedSample, monthBefore } from './demo-sample.js';

/* What lies around the fictional therapists: reports of wrong listings, last month's sample, and a reviewer to look at it all. */

interface Around {
  /** The path of the reports. */
  reports: string;
  listed: readonly Therapist[];
  today: Day;
}

const PAGE = 500;

/** Adds it, where there are no real people whose figures it would mix with, and no real reviewers. */
export async function addAround(store: Store, { reports: file, listed, today }: Around): Promise<void> {
  const told = tellReports(await readDemoReports(file), today);
  if (!(await isAlone(store))) return;
  const createdAt = momentOf(today, 0);
  await store.records(reviewers).restore({ id: DEMO_REVIEWER, revision: 1, createdAt });
  for (const report of told) await store.records(reports).restore(report);
  await addSample(store, listed, today);
}

/** Brings reports that nobody touched up to today, and adds last month's sample where none was drawn. What was removed stays away. */
export async function refreshAround(store: Store, { reports: file, listed, today }: Around): Promise<void> {
  const kept = store.records(reports);
  for (const report of tellReports(await readDemoReports(file), today)) {
    const there = await kept.get(report.id);
    if (there?.revision === 1 && there.at !== report.at) await kept.restore(report);
  }
  if (await isAlone(store)) await addSample(store, listed, today);
}

/** Removes every fictional therapist, with the reports and samples that speak of them and the fictional reviewer; says how many. */
export async function clearDemo(store: Store): Promise<number> {
  // First what is known to be fictional by them alone: cut off here, the next call goes on.
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
  const kept = store.records(samples);
  if ((await kept.count(`month:${monthBefore(today)}`)) > 0) return;
  for (const sample of checkedSample(listed, today)) await kept.restore(sample);
}

/** Whether nobody in the store is real. */
async function isAlone({ therapists }: Store): Promise<boolean> {
  return (await therapists.count()) === (await therapists.count({ demo: true }));
}
