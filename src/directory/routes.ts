import { type Clock, toDay } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import { parseSearch, searchParams } from '../search/query.js';
import { emptyQuery } from '../search/query-fields.js';
import { type Answer, page, redirect } from '../web/answer.js';
import { NotFound } from '../web/errors.js';
import type { PageSpec, RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, route } from '../web/route.js';
import { aliasRedirect } from './alias-redirect.js';
import type { CardFaces } from './card-faces.js';
import { learnPages, trustPages } from './learn-pages.js';
import { blankChecklist, checklistFor } from './pages/checklist.js';
import { homePage } from './pages/home.js';
import { profilePage, profileTitle } from './pages/profile.js';
import { headingOf, resultsPage } from './pages/results.js';
import type { Directory } from './service.js';

interface Tools {
  directory: Directory;
  faces: CardFaces;
  renderPage: RenderPage;
  clock: Clock;
}

/** The pages that patients use. */
export function directoryRoutes(tools: Tools): AnyRoute[] {
  return [
    homeRoute(tools),
    searchRoute(tools),
    ...therapistRoutes(tools),
    checklistRoute(tools),
    ...wordRoutes(tools),
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

function searchRoute({ directory, faces, renderPage }: Tools): AnyRoute {
  return route({
    path: paths.therapists,
    access: 'anyone',
    input: (asked) => parseSearch(asked.search),
    cache: 'directory',
    handle: async ({ query, dropped }): Promise<Answer> => {
      const resolved = aliasRedirect(query);
      if (resolved !== null) return redirect(resolved, 302);
      const found = await directory.search(query);
      const cards = await faces(found.answer.hits);
      return page(
        renderPage({
          view: 'directory/results',
          title: headingOf(query),
          section: 'search',
          canonical: paths.therapists,
          hidden: searchParams(query).size > 0,
          wide: true,
          model: resultsPage(found, cards, dropped),
        }),
      );
    },
  });
}

function therapistRoutes({ directory, renderPage, clock }: Tools): AnyRoute[] {
  /** A page about one listing; there is none for a slug under which nobody is listed today. */
  const about = (path: string, spec: (listing: Listing) => PageSpec) =>
    route({
      path,
      access: 'anyone',
      input: (asked) => asked.params.slug ?? '',
      cache: 'directory',
      handle: async (slug) => {
        const listing = await directory.bySlug(slug);
        if (listing === null) throw new NotFound(`no listing ${slug}`);
        return page(renderPage(spec(listing)));
      },
    });
  return [
    about(paths.therapist(':slug'), (listing) => ({
      view: 'directory/profile',
      title: profileTitle(listing),
      description: `${listing.profile.name} answers the five questions about KAP. See what was checked, where they may treat, and which insurance they take.`,
      section: 'search',
      canonical: paths.therapist(listing.slug),
      model: profilePage(listing, toDay(clock.now())),
    })),
    about(paths.therapistChecklist(':slug'), (listing) => ({
      view: 'directory/checklist',
      title: `Five questions for ${listing.profile.name}`,
      section: 'checklist',
      scripts: ['checklist.js'],
      hidden: true,
      model: checklistFor(listing),
    })),
  ];
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
