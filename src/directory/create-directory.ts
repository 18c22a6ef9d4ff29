import { emptyQuery } from '../search/query-fields.js';
import { page } from '../web/answer.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, route } from '../web/route.js';
import type { Views } from '../web/views.js';
import { QuestionCount, questionCount } from '../wording/questions.js';
import { type CardFaces, createCardFaces } from './card-faces.js';
import { compareRoute } from './compare-route.js';
import { type Crawlers, crawlerRoutes } from './crawler-routes.js';
import { learnPages, trustPages } from './learn-pages.js';
import { blankChecklist } from './pages/checklist.js';
import { homePage } from './pages/home.js';
import { searchRoute } from './search-route.js';
import { createDirectoryService, type Directory, type DirectoryServiceDeps } from './service.js';
import { therapistRoutes } from './therapist-routes.js';

export interface DirectoryDeps extends DirectoryServiceDeps {
  views: Views;
  renderPage: RenderPage;
  crawlers: Crawlers;
}

interface RoutesDeps extends Pick<DirectoryDeps, 'renderPage' | 'clock' | 'crawlers'> {
  directory: Directory;
  faces: CardFaces;
}

/** The pages that patients use, and what other features ask of the directory. */
export function createDirectory(given: DirectoryDeps): { routes: AnyRoute[]; directory: Directory } {
  const directory = createDirectoryService(given);
  const deps = { ...given, directory, faces: createCardFaces(directory, given.views, given.clock) };
  const routes = [
    homeRoute(deps),
    searchRoute(deps),
    ...therapistRoutes(deps),
    compareRoute(deps),
    checklistRoute(deps),
    ...wordRoutes(deps),
    ...crawlerRoutes(deps.crawlers),
  ];
  return { routes, directory };
}

function homeRoute({ directory, renderPage }: RoutesDeps): AnyRoute {
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

function checklistRoute({ renderPage }: RoutesDeps): AnyRoute {
  return route({
    path: paths.checklist,
    access: 'anyone',
    input: 'none',
    cache: 'directory',
    handle: () =>
      page(
        renderPage({
          view: 'directory/checklist',
          title: `${QuestionCount} questions to ask a KAP therapist`,
          description: `The ${questionCount} questions to ask before you choose a therapist for ketamine-assisted psychotherapy, on one page to print.`,
          section: 'checklist',
          canonical: paths.checklist,
          scripts: ['checklist.js'],
          model: blankChecklist(),
        }),
      ),
  });
}

/** Pages of words alone: learn, how we vet, privacy. */
function wordRoutes({ renderPage }: RoutesDeps): AnyRoute[] {
  const learn = learnPages.map((learned) => ({
    ...learned,
    path: paths.learn(learned.slug),
    section: 'learn' as const,
  }));
  const trust = trustPages.map((trusted) => ({
    ...trusted,
    section: trusted.path === paths.howWeVet ? ('vetting' as const) : undefined,
  }));
  return [...learn, ...trust].map(({ path, view, title, description, model = {}, section }) =>
    route({
      path,
      access: 'anyone',
      input: 'none',
      cache: 'directory',
      handle: () =>
        page(renderPage({ view, title, description, canonical: path, model, ...(section && { section }) })),
    }),
  );
}
