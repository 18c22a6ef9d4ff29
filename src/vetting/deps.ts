import type { Clock } from '../domain/calendar.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';
import type { NpiRegistry } from './npi-registry.js';
import type { ReviewService } from './review-service.js';
import type { ShowPage } from './show-page.js';

export interface VettingDeps {
  store: Store;
  /** For looking up listed therapists by name. */
  index: SearchIndex;
  clock: Clock;
  newId: () => string;
  renderPage: RenderPage;
  /** Hashes the identifiers by which a therapist who left is recognized. */
  hash: (text: string) => string;
  /** Whether two reviewers have to agree before anything is listed. */
  twoReviewers: boolean;
  /** `null` where the registry is not asked. */
  npiRegistry: NpiRegistry | null;
  /** Has queued emails sent at once. */
  nudge: () => void;
  /** Where people reach us: the beginning of links in emails. */
  origin: () => string;
}

/** What the routes share. */
export interface VettingRoutesDeps extends Omit<VettingDeps, 'renderPage'> {
  reviews: ReviewService;
  show: ShowPage;
}
