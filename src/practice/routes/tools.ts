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

export interface PracticeTools {
  store: Store;
  clock: Clock;
  newId: () => string;
  renderPage: RenderPage;
  service: PracticeService;
  /** Has waiting letters sent at once. */
  nudge: () => void;
  /** Keys the links that confirm. */
  mac: Mac;
  /** Keys what remembers that somebody left. */
  hash: (text: string) => string;
  /** What a therapist's public page shows of a listing, for the preview. */
  publicPage: (listing: Listing) => object;
}

/** More than anybody types; without an end, a record could be made to grow until it holds everybody up. */
export const FORMS_AN_HOUR = 600;

/** Somebody signed in whose record this is. */
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
