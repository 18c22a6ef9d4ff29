import type { Listing } from '../domain/listing.js';
import type { SearchAnswer, SearchQuery } from '../search/search-index.js';

/** What a search found, as far as the API shows it. */
export interface ApiSearchResult {
  query: SearchQuery;
  answer: SearchAnswer;
  /** Number of the last page; at least 1. */
  pages: number;
  /** Filters whose removal finds more; `choice` is `null` for several at once. */
  relaxed: { choice: { name: keyof SearchQuery } | null; query: SearchQuery; total: number }[];
}

/** The directory as patients use it; the API asks it the same questions. */
export interface Directory {
  search(query: SearchQuery): Promise<ApiSearchResult>;
  bySlug(slug: string): Promise<Listing | null>;
  byIds(ids: readonly string[]): Promise<Listing[]>;
}
