import { type Clock, type Day, toDay } from '../domain/calendar.js';
import type { Report } from '../domain/report.js';
import { reports } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';
import { updateWithRetry } from '../storage/update-with-retry.js';

const MOST = 1000;

/** Removes the hashes of network addresses that were counted on an earlier day. Answers from how many reports. */
export async function forgetAddresses({ store, clock }: { store: Store; clock: Clock }): Promise<number> {
  const today = toDay(clock.now());
  const records = store.records(reports);
  const old = (await records.tagged('open', { limit: MOST })).filter((report) => hasOldHashes(report, today));
  for (const seen of old)
    await updateWithRetry(
      records,
      seen.id,
      (report) => (hasOldHashes(report, today) ? { ...report, counted: [] } : null),
      { seen },
    );
  return old.length;
}

const hasOldHashes = ({ saltDay, counted }: Report, today: Day) => saltDay < today && counted.length > 0;
