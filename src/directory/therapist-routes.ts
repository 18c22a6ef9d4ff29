import { type Clock, type Day, toDay } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import { parseSearch } from '../search/query.js';
import { notCacheable, page } from '../web/answer.js';
import { NotFound } from '../web/errors.js';
import type { PageSpec, RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, route } from '../web/route.js';
import { openShortlist, readPicks } from '../web/shortlist.js';
import { QuestionCount, questionCount } from '../wording/questions.js';
import { checklistFor } from './pages/checklist.js';
import { type ListFor, profilePage, profileTitle } from './pages/profile.js';
import { isNamed } from './pages/shortlist.js';
import { structuredData } from './pages/structured-data.js';
import type { Directory } from './service.js';

export interface TherapistRoutesDeps {
  directory: Directory;
  renderPage: RenderPage;
  clock: Clock;
}

/** The pages about one listing. */
export function therapistRoutes({ directory, renderPage, clock }: TherapistRoutesDeps): AnyRoute[] {
  /** Who is listed under a slug; there is no page for one under which nobody is listed today. */
  const listed = async (slug: string): Promise<Listing> => {
    const listing = await directory.bySlug(slug);
    if (listing === null) throw new NotFound(`no listing ${slug}`);
    return listing;
  };
  return [
    route({
      path: paths.therapist(':slug'),
      access: 'anyone',
      input: ({ params, search }) => ({
        slug: params.slug ?? '',
        need: parseSearch(search).query,
        picks: readPicks(search),
      }),
      cache: 'directory',
      handle: async ({ slug, need, picks }) => {
        const listing = await listed(slug);
        const list = await openShortlist(picks, directory.bySlug);
        const made = page(renderPage(profileSpec(listing, { list, need }, toDay(clock.now()))));
        return isNamed(list) ? notCacheable(made) : made;
      },
    }),
    route({
      path: paths.therapistChecklist(':slug'),
      access: 'anyone',
      input: ({ params }) => params.slug ?? '',
      cache: 'directory',
      handle: async (slug) => {
        const listing = await listed(slug);
        return page(
          renderPage({
            view: 'directory/checklist',
            title: `${QuestionCount} questions for ${listing.profile.name}`,
            section: 'checklist',
            scripts: ['checklist.js'],
            hidden: true,
            model: checklistFor(listing),
          }),
        );
      },
    }),
  ];
}

function profileSpec(listing: Listing, listFor: ListFor, today: Day): PageSpec {
  return {
    view: 'directory/profile',
    title: profileTitle(listing),
    description: `${listing.profile.name} answers the ${questionCount} questions about KAP. See what was checked, where they may treat, and which insurance they take.`,
    section: 'search',
    canonical: paths.therapist(listing.slug),
    preview: 'profile',
    data: listing.demo ? undefined : (origin) => structuredData(listing, origin),
    hidden: listing.demo,
    scripts: ['shortlist.js'],
    model: profilePage(listing, listFor, today),
  };
}
