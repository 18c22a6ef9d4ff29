import { type Clock, type Day, toDay } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import { parseSearch } from '../search/query.js';
import { emptyQuery } from '../search/query-fields.js';
import { page, passing } from '../web/answer.js';
import { NotFound } from '../web/errors.js';
import type { PageSpec, RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, route } from '../web/route.js';
import { openShortlist, readPicks } from '../web/shortlist.js';
import type { CardFaces } from './card-faces.js';
import { compareRoute } from './compare-route.js';
import { type Crawlers, crawlerRoutes } from './crawler-routes.js';
import { learnPages, trustPages } from './learn-pages.js';
import { blankChecklist, checklistFor } from './pages/checklist.js';
import { homePage } from './pages/home.js';
import { type ListFor, profilePage, profileTitle } from './pages/profile.js';
import { isNamed } from './pages/shortlist.js';
import { structuredData } from './pages/structured-data.js';
import { searchRoute } from './search-route.js';
import type { Directory } from './service.js';

interface Tools {
  directory: Directory;
  faces: CardFaces;
  renderPage: RenderPage;
  clock: Clock;
  crawlers: Crawlers;
}

/** The pages that patients use. */
export function directoryRoutes(tools: Tools): AnyRoute[] {
  return [
    homeRoute(tools),
    searchRoute(tools),
    ...therapistRoutes(tools),
    compareRoute(tools),
    checklistRoute(tools),
    ...wordRoutes(tools),
    ...crawlerRoutes(tools.crawlers),
  ];
}

function homeRoute({ directory, renderPage }: Tools): AnyRoute {
  return route({
    path: paths.home,
    access: 'anyone',
    input: 'none',
    cache: 'directory',
    handle: async () => {
      const { query, answer } = await directory.search(emptyQuery);
      return page(
        renderPage({
          view: 'directory/home',
          title: 'Holdspace',
          description:
            'Therapists for ketamine-assisted psychotherapy by state and insurance. Every fact says what was checked, and when.',
          canonical: paths.home,
          model: homePage(query, answer),
        }),
      );
    },
  });
}

function therapistRoutes({ directory, renderPage, clock }: Tools): AnyRoute[] {
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
        return isNamed(list) ? passing(made) : made;
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
            title: `Five questions for ${listing.profile.name}`,
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
    description: `${listing.profile.name} answers the five questions about KAP. See what was checked, where they may treat, and which insurance they take.`,
    section: 'search',
    canonical: paths.therapist(listing.slug),
    preview: 'profile',
    data: listing.demo ? undefined : (origin) => structuredData(listing, origin),
    hidden: listing.demo,
    scripts: ['shortlist.js'],
    model: profilePage(listing, listFor, today),
  };
}

function checklistRoute({ renderPage }: Tools): AnyRoute {
  return route({
    path: paths.checklist,
    access: 'anyone',
    input: 'none',
    cache: 'directory',
    handle: () =>
      page(
        renderPage({
          view: 'directory/checklist',
          title: 'Five questions to ask a KAP therapist',
          description:
            'The five questions to ask before you choose a therapist for ketamine-assisted psychotherapy, on one page to print.',
          section: 'checklist',
          canonical: paths.checklist,
          scripts: ['checklist.js'],
          model: blankChecklist(),
        }),
      ),
  });
}

/** Pages of words alone: learn, how we vet, privacy. */
function wordRoutes({ renderPage }: Tools): AnyRoute[] {
  const learn = learnPages.map((learned) => ({
    ...learned,
    path: paths.learn(learned.slug),
    section: 'learn' as const,
  }));
  const trust = trustPages.map((trusted) => ({
    ...trusted,
    section: trusted.path === paths.howWeVet ? ('vetting' as const) : undefined,
  }));
  return [...learn, ...trust].map(({ path, view, title, description, section }) =>
    route({
      path,
      access: 'anyone',
      input: 'none',
      cache: 'directory',
      handle: () =>
        page(
          renderPage({ view, title, description, canonical: path, model: {}, ...(section && { section }) }),
        ),
    }),
  );
}
