import type { Clock } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import type { Profile } from '../domain/profile.js';
import type { QuestionId } from '../domain/questions.js';
import type { Counts, Reason, SearchAnswer, SearchQuery } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';
import type { Option } from '../web/view-helpers.js';

/** The directory's own words, so that a sheet says a thing as the directory does. */
export interface Words {
  reasonLines(reasons: readonly Reason[]): string[];
  scopeWords(profile: Profile): string;
  waitWords(profile: Profile): string;
  stateOptions(query: SearchQuery, counts: Counts): Option[];
  payerOptions(query: SearchQuery, counts: Counts): Option[];
  answerProof(listing: Listing, question: QuestionId): { label: string; verified: boolean };
}

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
  words: Words;
}
