import type { Listing } from '../domain/listing.js';
import { Unmet } from '../domain/workflow/errors.js';
import { type Answer, page, redirect } from '../web/answer.js';
import { catchExpected } from '../web/catch-expected.js';
import { NotFound } from '../web/errors.js';
import type { Messages } from '../web/fields.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { reviewAccount } from '../web/review-menu.js';
import { idIn, reviewRoute } from '../web/review-route.js';
import type { AnyRoute, Asked } from '../web/route.js';
import type { Person } from '../web/visit.js';
import type { ReportService } from './report-service.js';
import { readResolve } from './resolve-form.js';
import { reportPage, reportsPage } from './reviewer-pages.js';

const RESOLVED_SHOWN = 50;

export interface ReportReviewRoutesDeps {
  reports: ReportService;
  listings: { byIds(ids: readonly string[]): Promise<Listing[]> };
  renderPage: RenderPage;
}

/** The routes where reviewers resolve reports of wrong listings. */
export function reportReviewRoutes({ reports, listings, renderPage }: ReportReviewRoutesDeps): AnyRoute[] {
  async function find(id: string) {
    const found = await reports.get(id);
    if (found === null) throw new NotFound('no such report');
    return found;
  }

  async function onePage(
    id: string,
    person: Person,
    form: URLSearchParams,
    messages: Messages,
  ): Promise<Answer> {
    const found = await find(id);
    const [listing = null] = found.therapist === null ? [] : await listings.byIds([found.therapist.id]);
    const html = renderPage({
      view: 'reports/report',
      title: 'Report of a wrong listing',
      account: reviewAccount(person, 'reports'),
      wide: true,
      model: reportPage({
        ...found,
        listing,
        form,
        messages,
        formToken: person.formToken,
        today: reports.today(),
      }),
    });
    return page(html, messages.size > 0 ? 422 : 200);
  }

  return [
    reviewRoute({
      path: paths.reviewReports,
      input: ({ search }: Asked) => search.has('done'),
      handle: async (done, { person }) => {
        const [open, resolved] = await Promise.all([reports.open(), reports.resolved(RESOLVED_SHOWN)]);
        const names = await reports.namesIn([...open, ...resolved]);
        return page(
          renderPage({
            view: 'reports/queue',
            title: 'Reports of wrong listings',
            account: reviewAccount(person, 'reports'),
            wide: true,
            model: reportsPage({ open, resolved, names, today: reports.today(), done }),
          }),
        );
      },
    }),
    reviewRoute({
      path: paths.reviewReport(':id'),
      input: idIn,
      handle: (id, { person }) => onePage(id, person, new URLSearchParams(), new Map()),
    }),
    reviewRoute({
      method: 'post',
      path: paths.reviewReport(':id'),
      input: (asked: Asked) => ({ id: idIn(asked), form: asked.form }),
      handle: async ({ id, form }, { person }) => {
        const { therapist } = await find(id);
        const read = readResolve(form, therapist?.published ?? null);
        if ('messages' in read) return onePage(id, person, form, read.messages);
        const outcome = await catchExpected(reports.resolve({ id, ...read, reviewer: person.email }), Unmet);
        if (outcome) return onePage(id, person, form, new Map([['measure', outcome.message]]));
        return redirect(`${paths.reviewReports}?done=1`);
      },
    }),
  ];
}
