import { type Answer, page } from '../web/answer.js';
import type { PageSpec, RenderPage } from '../web/layout.js';
import { reviewAccount } from '../web/review-menu.js';
import type { Visit } from '../web/visit.js';

type ReviewVisit = Visit<'reviewer'>;

/** Shows a page with the reviewer's bar on top. */
export type ShowPage = (
  visit: ReviewVisit,
  spec: Pick<PageSpec, 'view' | 'title' | 'model'>,
  status?: number,
) => Answer;

export function showPages(renderPage: RenderPage): ShowPage {
  return ({ person }, spec, status = 200) =>
    page(renderPage({ ...spec, wide: true, hidden: true, account: reviewAccount(person, 'queue') }), status);
}
