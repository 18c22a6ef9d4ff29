import { seedResolver } from '../../src/demo/resolve-seed.js';
import { listingOn } from '../../src/domain/listing.js';
import { type IndexEntry, indexEntry } from '../../src/search/entry.js';
import { generateTherapists } from '../seed/generate.js';

/** The day of the bench, fixed so that its records are the same at every run. */
export const BENCH_DAY = '2026-06-01';

/** Exactly `count` index entries, of the same kind as the demonstration's. */
export function* benchEntries(count: number): Generator<IndexEntry> {
  const resolve = seedResolver(new Date(`${BENCH_DAY}T12:00:00Z`));
  let made = 0;
  for (const seed of generateTherapists({ count: count * 2, seed: 'bench' })) {
    if (made === count) return;
    const listing = listingOn(resolve(seed), BENCH_DAY);
    if (listing === null) continue;
    made += 1;
    yield indexEntry(listing);
  }
}
