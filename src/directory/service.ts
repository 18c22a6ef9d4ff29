import { type Clock, type Day, toDay } from '../domain/calendar.js';
import { barest, type Choice, withoutEach } from '../search/choices.js';
import { PAGE_SIZE, type SearchAnswer, type SearchIndex, type SearchQuery } from '../search/search-index.js';
import type { ListingSource } from './listing-cache.js';

/** Up to this many hits, a page also says what each filter costs. */
export const FEW_HITS = 4;

/** How many would be found without one of the filters, or (`choice` is `null`) with nothing but state and insurance. */
export interface Relaxed {
  choice: Choice | null;
  query: SearchQuery;
  total: number;
}

export interface SearchResult {
  query: SearchQuery;
  answer: SearchAnswer;
  /** Number of the last page; at least 1. */
  pages: number;
  /** When there are few or no hits: the filters whose removal finds more, the most first. */
  relaxed: Relaxed[];
}

/** What patients ask of the directory. */
export interface Directory extends ListingSource {
  search(query: SearchQuery): Promise<SearchResult>;
}

export interface DirectoryServiceDeps {
  listings: ListingSource;
  index: SearchIndex;
  clock: Clock;
}

export function createDirectoryService({ listings, index, clock }: DirectoryServiceDeps): Directory {
  const today = () => toDay(clock.now());
  return {
    async search(query) {
      const answer = await index.search(query, today());
      const relaxed = answer.total > FEW_HITS ? [] : await relax(index, query, answer.total, today());
      return { query, answer, pages: Math.max(1, Math.ceil(answer.total / PAGE_SIZE)), relaxed };
    },
    bySlug: (slug) => listings.bySlug(slug),
    byIds: (ids) => listings.byIds(ids),
  };
}

/**
 * First each filter alone; when none of them is to blame alone, all but state and insurance. When the only filter, such
 * as a name, found somebody, all other therapists are no better answer.
 */
async function relax(index: SearchIndex, query: SearchQuery, total: number, today: Day): Promise<Relaxed[]> {
  const candidates = withoutEach(query);
  if (total > 0 && candidates.length === 1) return [];
  const single = await better(index, candidates, total, today);
  if (single.length > 0 || total > 0) return single;
  const bare = barest(query).map((candidate) => ({ choice: null, query: candidate }));
  return (await better(index, bare, total, today)).slice(-1);
}

async function better(
  index: SearchIndex,
  candidates: readonly Omit<Relaxed, 'total'>[],
  total: number,
  today: Day,
): Promise<Relaxed[]> {
  if (candidates.length === 0) return [];
  const totals = await index.totals(
    candidates.map((candidate) => candidate.query),
    today,
  );
  return candidates
    .map((candidate, at) => ({ ...candidate, total: totals[at] ?? 0 }))
    .filter((relaxed) => relaxed.total > total)
    .sort((a, b) => b.total - a.total);
}
