import type { SearchQuery } from '../search-index.js';
import { candidatesOf } from './candidates.js';
import type { Documents } from './documents.js';
import { type Filter, partition } from './filter.js';
import type { Found } from './found.js';
import { jointAsk } from './joint-ask.js';
import { openLook } from './scan-columns.js';
import { listLook } from './scan-postings.js';
import { closeLook } from './scan-rows.js';

/**
 * Answers any search: by lists where insurance decides, else by looking at listings, those whose text answers, those with an office
 * near enough to be found or counted, or all. A listing that one chosen group keeps out still counts for the choices of that group.
 */
export function fullSearch(
  query: SearchQuery,
  documents: Documents,
  filter: Filter,
  counted: boolean,
): Found {
  const text = documents.text.search(query.q, documents.columns.capacity);
  const ask = jointAsk(query, documents);
  const look = () => {
    // With words few listings are left, and to read these one by one is sooner done than to walk lists.
    if (ask.asksCoverage && !ask.miles && !text) return listLook(ask, documents, filter, counted);
    const partitioned = partition(candidatesOf(ask, documents, text, counted), filter, counted);
    return (ask.asksCoverage || ask.miles ? closeLook : openLook)(ask, documents, partitioned, counted);
  };
  const { found, miles, nearMisses, tally } = look();
  const named = filter.active.map((group, at) => [group, nearMisses[at]!] as const);
  return {
    docIds: found.items,
    length: found.length,
    miles,
    text,
    nearMisses: Object.fromEntries(named),
    joint: tally,
  };
}
