import type { Clock } from '../../domain/calendar.js';
import type { Listing } from '../../domain/listing.js';
import type { Therapist } from '../../domain/therapist.js';
import type { Store } from '../../storage/store.js';
import { accountBar } from '../../web/account-bar.js';
import { type Answer, page } from '../../web/answer.js';
import type { PageSpec, RenderPage } from '../../web/layout.js';
import type { Person, Visit } from '../../web/visit.js';
import type { Mac } from '../confirm-link.js';
import type { PracticeService } from '../service.js';

export interface PracticeDeps {
  store: Store;
  clock: Clock;
  newId: () => string;
  renderPage: RenderPage;
  /** Has queued emails sent at once. */
  nudge: () => void;
  /** Signs confirmation links. */
  mac: Mac;
  /** Hashes the identifiers in an erasure; 64 hex digits, keyed by the secret of this installation. */
  hash: (text: string) => string;
  /** What a therapist's public page shows of a listing, for the preview. */
  publicPage: (listing: Listing) => object;
}

export interface PracticeRoutesDeps extends PracticeDeps {
  service: PracticeService;
}

/** More than a person types. Without a limit, a record could be made to grow until it slows everything down. */
export const FORMS_AN_HOUR = 600;

/** The person who is signed in, with their own record. */
export type Own = Visit<'therapist'>['person'];

/** A page of theirs. */
export function ownPage(
  renderPage: RenderPage,
  person: Person & { therapist: Therapist },
  spec: Omit<PageSpec, 'account'>,
  status = 200,
): Answer {
  return page(renderPage({ ...spec, account: accountBar(person, 'practice') }), status);
}
