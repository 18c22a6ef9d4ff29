import type { Clock } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import type { SearchAnswer, SearchQuery } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';

/** What referrals are given. */
export interface Tools {
  store: Store;
  /** The directory's search. */
  search(query: SearchQuery): Promise<{ answer: SearchAnswer; pages: number }>;
  /** Those of these ids that are listed, as the directory's pages show them. */
  byIds(ids: readonly string[]): Promise<Listing[]>;
  clock: Clock;
  /** Makes an id that nobody can guess, of 100 bits. */
  newId: () => string;
  /** Where people reach the site: for addresses on paper. Never taken from a request. */
  publicOrigin: string;
  renderPage: RenderPage;
}
