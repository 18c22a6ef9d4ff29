import { type Day, dayFromNumber, dayNumber } from '../../domain/calendar.js';
import { milesFrom } from '../joint.js';
import { explain } from '../reasons.js';
import {
  type IndexChange,
  PAGE_SIZE,
  type SearchAnswer,
  type SearchHit,
  type SearchIndex,
  type SearchQuery,
  textFields,
} from '../search-index.js';
import { ANY, stateNumbers } from './codes.js';
import { nameCounts } from './counts.js';
import { createDocuments, type Documents } from './documents.js';
import { createFilter } from './filter.js';
import type { FoundDocs } from './found-docs.js';
import { fullSearch } from './full-search.js';
import { ordering } from './ordering.js';
import { isPlain, plainSearch } from './plain-search.js';
import { selectPage } from './select.js';

export interface EmbeddedIndex extends SearchIndex {
  /** Grows with every change that was applied, so that answers made before can be told from those made after. */
  version(): number;
  /** Every listing in it, in no order. */
  listed(): { slug: string; confirmedOn: Day }[];
}

/** An index in this process: exact, and kept up to date change by change. */
export function createEmbeddedIndex(): EmbeddedIndex {
  const documents = createDocuments();
  let version = 0;
  return {
    search: async (query, today) => answer(query, documents, today),
    totals: async (queries, today) => queries.map((query) => find(query, documents, today, false).length),
    async apply(changes: readonly IndexChange[]) {
      for (const { id, entry } of changes) {
        if (entry === null) documents.remove(id);
        else documents.put(entry);
        version += 1;
      }
    },
    size: async () => documents.live.length,
    close: async () => undefined,
    version: () => version,
    listed: () =>
      Array.from(documents.live.items.subarray(0, documents.live.length), (docId) => ({
        slug: documents.slugs[docId]!,
        confirmedOn: dayFromNumber(documents.columns.confirmedOn[docId]!),
      })),
  };
}

function find(query: SearchQuery, documents: Documents, today: Day, counted: boolean): FoundDocs {
  documents.prepare(dayNumber(today));
  const filter = createFilter(query, documents.columns, today);
  return isPlain(query, filter)
    ? plainSearch(query, documents, counted)
    : fullSearch(query, documents, filter, counted);
}

function answer(query: SearchQuery, documents: Documents, today: Day): SearchAnswer {
  const found = find(query, documents, today, true);
  const { compare, first } = ordering(query, documents, found.text, found.miles);
  const from = (query.page - 1) * PAGE_SIZE;
  const docIds = selectPage(found.docIds, found.length, from, from + PAGE_SIZE, compare, first);
  return {
    total: found.length,
    hits: describe(docIds, query, documents, found),
    counts: nameCounts(found, documents.columns),
  };
}

function describe(
  docIds: readonly number[],
  query: SearchQuery,
  documents: Documents,
  found: FoundDocs,
): SearchHit[] {
  const milesTo = milesFrom(query.near);
  const state = query.state === null ? ANY : stateNumbers.get(query.state)!;
  return docIds.map((docId) => ({
    id: documents.ids[docId]!,
    slug: documents.slugs[docId]!,
    revision: documents.columns.revision[docId]!,
    ...explain(
      documents.factsOf(docId, state),
      query,
      milesTo,
      found.text && textFields[found.text.fieldOf(docId)]!,
    ),
  }));
}
