import type { Listing } from '../domain/listing.js';
import { type Answer, page, redirect } from '../web/answer.js';
import { NotFound } from '../web/errors.js';
import { type Choice, errorSummary, fieldMaker, type Messages, typedIn } from '../web/fields.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, type Asked, route } from '../web/route.js';
import { offeredReasons, reportReasonWords } from '../wording/report-reasons.js';
import { readReport } from './report-form.js';
import type { SubmitReport } from './submit-report.js';

/** More than one person would report, and fewer than a machine would. */
const PER_HOUR = 10;
/** A hidden field. A bot that fills it in is thanked, and nothing is stored. */
const TRAP = 'website';

const reasonChoices = offeredReasons.map((reason): Choice => [reason, reportReasonWords[reason].label]);

export interface SubmitReportRoutesDeps {
  listings: { bySlug(slug: string): Promise<Listing | null> };
  submit: SubmitReport;
  renderPage: RenderPage;
}

/** "Is something wrong with this listing?": without an account, and without asking who the visitor is. */
export function submitReportRoutes({ listings, submit, renderPage }: SubmitReportRoutesDeps): AnyRoute[] {
  async function listingOf(slug: string): Promise<Listing> {
    const listing = await listings.bySlug(slug);
    if (listing === null) throw new NotFound(`no listing ${slug}`);
    return listing;
  }

  function formPage({ profile, slug }: Listing, form: URLSearchParams, messages: Messages): Answer {
    const fields = fieldMaker(typedIn(form), messages);
    const html = renderPage({
      view: 'reports/tell',
      title: `Is something wrong with the listing of ${profile.name}?`,
      section: 'search',
      hidden: true,
      model: {
        name: profile.name,
        action: paths.report(slug),
        back: paths.therapist(slug),
        errors: errorSummary(messages),
        reason: fields.radios('reason', 'What is wrong?', reasonChoices),
        words: fields.area('words', 'What did you find? (optional)', {
          hint: 'For example the day you called, or the plan they said they no longer take. Please write nothing about yourself or your health.',
          maxlength: 500,
          rows: 3,
        }),
        trap: TRAP,
      },
    });
    return page(html, messages.size > 0 ? 422 : 200);
  }

  return [
    route({
      path: paths.report(':slug'),
      access: 'anyone',
      input: (asked) => asked.params.slug ?? '',
      cache: 'none',
      handle: async (slug) => formPage(await listingOf(slug), new URLSearchParams(), new Map()),
    }),
    route({
      method: 'post',
      path: paths.report(':slug'),
      access: 'anyone',
      perHour: PER_HOUR,
      input: ({ params, form }: Asked) => ({ slug: params.slug ?? '', form, read: readReport(form) }),
      cache: 'none',
      handle: async ({ slug, form, read }, { address }) => {
        const listing = await listingOf(slug);
        if ('messages' in read) return formPage(listing, form, read.messages);
        if (!form.get(TRAP)) await submit({ therapistId: listing.id, ...read.told, address });
        return redirect(paths.reported(slug));
      },
    }),
    route({
      path: paths.reported(':slug'),
      access: 'anyone',
      input: (asked) => asked.params.slug ?? '',
      cache: 'none',
      handle: async (slug) => {
        const { profile } = await listingOf(slug);
        return page(
          renderPage({
            view: 'reports/thanks',
            title: 'Thank you',
            section: 'search',
            hidden: true,
            model: { name: profile.name, search: paths.therapists, back: paths.therapist(slug) },
          }),
        );
      },
    }),
  ];
}
