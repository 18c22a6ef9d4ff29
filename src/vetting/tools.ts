import type { Clock } from '../domain/calendar.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';
import type { NpiRegistry } from './npi-registry.js';
import type { ReviewService } from './review-service.js';
import type { ShowPage } from './room.js';

export interface VettingTools {
  store: Store;
  /** For looking up the listed by name. */
  index: SearchIndex;
  clock: Clock;
  newId: () => string;
  renderPage: RenderPage;
  /** Hashes what somebody who left is known again by. */
  hash: (text: string) => string;
  /** Whether two reviewers have to agree before anything is listed. */
  twoReviewers: boolean;
  /** `null` where the registry is not asked. */
  npiRegistry: NpiRegistry | null;
  /** Tells the post room that a letter may wait. */
  nudge: () => void;
  /** Where people reach us: the beginning of links in emails. */
  origin: () => string;
}

/** What the routes of the room share. */
export interface RoomTools extends Omit<VettingTools, 'renderPage'> {
  reviews: ReviewService;
  show: ShowPage;
}
