import type { Clock } from '../domain/calendar.js';
import { emptyQuery } from '../search/query-fields.js';
import { page } from '../web/answer.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, route } from '../web/route.js';
import { QuestionCount, questionCount } from '../wording/questions.js';
import type { CardFaces } from './card-faces.js';
import { compareRoute } from './compare-route.js';
import { type Crawlers, crawlerRoutes } from './crawler-routes.js';
import { learnPages, trustPages } from './learn-pages.js';
import { blankChecklist } from './pages/checklist.js';
import { homePage } from './pages/home.js';
import { searchRoute } from './search-route.js';
import type { Directory } from './service.js';
import { therapistRoutes } from './therapist-routes.js';

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
