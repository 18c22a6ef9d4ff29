import type { Therapist } from '../domain/therapist.js';
import { reports, samples, sheets } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';

const MOST = 1000;

/**
 * Takes the name (it stands in the slug) and the words about somebody who leaves out of the records that outlive theirs: that something
 * was told, checked or referred stays, and counts. Done again it changes nothing.
 * @throws Conflict when somebody else writes one of them meanwhile
 */
export async function forgetElsewhere(
  store: Pick<Store, 'records'>,
  { id, slug }: Pick<Therapist, 'id' | 'slug'>,
  now: Date,
): Promise<void> {
  const tag = `therapist:${id}`;
  const left = `left-${id}`;
  const told = store.records(reports);
  for (const report of await told.tagged(tag, { limit: MOST })) {
    if (report.slug === left) continue;
    const closed =
      report.outcome === 'open' ? { outcome: 'gone' as const, resolvedAt: now.toISOString() } : {};
    await told.update({ ...report, ...closed, slug: left, words: null, answer: null, note: null });
  }
  const checked = store.records(samples);
  for (const sample of await checked.tagged(tag, { limit: MOST })) {
    if (sample.slug === left) continue;
    const result = sample.result && { ...sample.result, note: null };
    await checked.update({ ...sample, slug: left, result });
  }
  const referred = store.records(sheets);
  for (const sheet of await referred.tagged(tag, { limit: MOST })) {
    const slugs = sheet.slugs.map((one) => (one === slug ? left : one));
    if (sheet.slugs.includes(slug)) await referred.update({ ...sheet, slugs });
  }
}
