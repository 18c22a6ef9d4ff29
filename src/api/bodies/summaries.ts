import { LRUCache } from 'lru-cache';
import { type Clock, type Day, toDay } from '../../domain/calendar.js';
import type { Listing } from '../../domain/listing.js';
import type { SearchHit } from '../../search/search-index.js';
import type { Directory } from '../directory.js';
import type { SummaryBody } from '../schemas/summary.js';
import { sharedFacts } from './facts.js';

/** The JSON text of these hits' summaries by id; a listing that has gone since it was indexed has none. */
export type Summaries = (hits: readonly SearchHit[]) => Promise<ReadonlyMap<string, string>>;

/**
 * A summary depends on the listing's revision and the day alone, so the text of the 20,000 last asked for (about 1 KB each) is kept:
 * an answer then reads and writes only what is new to it.
 */
export function createSummaries(directory: Directory, clock: Clock): Summaries {
  const kept = new LRUCache<string, string>({ max: 20_000 });
  return async (hits) => {
    const today = toDay(clock.now());
    const texts = new Map<string, string>();
    const missing = new Map<string, SearchHit>();
    for (const hit of hits) {
      const text = kept.get(keyOf(hit, today));
      if (text === undefined) missing.set(hit.id, hit);
      else texts.set(hit.id, text);
    }
    if (missing.size === 0) return texts;
    for (const listing of await directory.byIds([...missing.keys()])) {
      const text = JSON.stringify(summaryBody(listing));
      kept.set(keyOf(missing.get(listing.id) as SearchHit, today), text);
      texts.set(listing.id, text);
    }
    return texts;
  };
}

export function summaryBody(listing: Listing): SummaryBody {
  const { hourly, packagePerSession, slidingScale } = listing.profile.fees;
  return { ...sharedFacts(listing), fees: { hourly, packagePerSession, slidingScale } };
}

const keyOf = (hit: SearchHit, today: Day) => `${hit.id} ${hit.revision} ${today}`;
