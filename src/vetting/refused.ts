import type { Answer } from '../web/answer.js';
import { paths } from '../web/paths.js';
import { unsentFields } from '../web/unsent.js';
import type { Visit } from '../web/visit.js';
import { addresses } from './addresses.js';
import { nameOf } from './pages/words.js';
import type { Refused } from './review-service.js';
import type { ShowPage } from './show-page.js';

/** Says that nothing was changed, and why, with what was typed. */
export function refusedPage(
  show: ShowPage,
  visit: Visit<'reviewer'>,
  refused: Refused,
  form: URLSearchParams,
): Answer {
  const { therapist, message } = refused;
  const model = {
    name: nameOf(therapist),
    message,
    back: addresses.one(therapist.id),
    queue: paths.review,
    unsent: unsentFields('', form),
  };
  return show(visit, { view: 'vetting/refused', title: 'Nothing was changed', model }, 409);
}
