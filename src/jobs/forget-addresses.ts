import { type Clock, toDay } from '../domain/calendar.js';
import { reports } from '../storage/kinds.js';
import { Conflict, type Store } from '../storage/store.js';

const MOST = 1000;

/** Drops the hashes of network addresses that were counted on an earlier day, and says of how many reports. */
export async function forgetAddresses({ store, clock }: { store: Store; clock: Clock }): Promise<number> {
  const today = toDay(clock.now());
  const kept = store.records(reports);
  const open = await kept.tagged('open', { limit: MOST });
  let forgotten = 0;
  for (const report of open.filter(({ saltDay, counted }) => saltDay < today && counted.length > 0)) {
    const outcome = await kept.update({ ...report, counted: [] }).catch((error: unknown) => error);
    // Somebody else wrote it meanwhile: the next look sees what is left to do.
    if (outcome instanceof Error && !(outcome instanceof Conflict)) throw outcome;
    if (!(outcome instanceof Error)) forgotten++;
  }
  return forgotten;
}
