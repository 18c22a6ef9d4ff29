import type { Clock } from '../domain/calendar.js';
import type { QueuedEmail } from '../domain/queued-email.js';
import type { Therapist } from '../domain/therapist.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';
import type { NpiRegistry } from './npi-registry.js';
import type { EmailShown } from './pages/preview.js';
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
  /** The words of an email as it will be sent. */
  readEmail: (therapist: Therapist, email: QueuedEmail) => EmailShown;
}

/** What the routes share. */
export interface VettingRoutesDeps extends Omit<VettingDeps, 'renderPage'> {
  reviews: ReviewService;
  show: ShowPage;
}
