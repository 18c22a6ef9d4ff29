import type { SearchQuery } from '../search-index.js';
import { candidatesOf } from './candidates.js';
import type { Documents } from './documents.js';
import { type Filter, partition } from './filter.js';
import type { FoundDocs } from './found-docs.js';
import { jointAsk } from './joint-ask.js';
import { scanColumns } from './scan-columns.js';
import { scanPostings } from './scan-postings.js';
import { scanRows } from './scan-rows.js';

/**
 * Answers any search: by posting lists where insurance decides, else by scanning the listings whose text matches, those with an office
 * near enough to be found or counted, or all. A listing that one chosen group keeps out still counts for the choices of that group.
 */
export function fullSearch(
  query: SearchQuery,
  documents: Documents,
  filter: Filter,
  counted: boolean,
): FoundDocs {
  const text = documents.text.search(query.q, documents.columns.capacity);
  const ask = jointAsk(query, documents);
  const scan = () => {
    // With words few listings are left: reading their rows takes less time than walking lists.
    if (ask.asksCoverage && !ask.miles && !text) return scanPostings(ask, documents, filter, counted);
    const partitioned = partition(candidatesOf(ask, documents, text, counted), filter, counted);
    return (ask.asksCoverage || ask.miles ? scanRows : scanColumns)(ask, documents, partitioned, counted);
  };
  const { found, miles, nearMisses, tally } = scan();
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
