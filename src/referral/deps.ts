import type { Clock } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import type { SearchAnswer, SearchQuery } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';

/** What referrals are given. */
export interface ReferralDeps {
  store: Store;
  /** The directory's search. */
  search(query: SearchQuery): Promise<{ answer: SearchAnswer; pages: number }>;
  /** Those of these ids that are listed, as the directory's pages show them. */
  byIds(ids: readonly string[]): Promise<Listing[]>;
  clock: Clock;
  /** Makes an id of 100 random bits. */
  newId: () => string;
  /** Origin of the site, for addresses on paper. Never taken from a request. */
  publicOrigin: string;
  renderPage: RenderPage;
}
