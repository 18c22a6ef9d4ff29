import type { Clock } from '../domain/calendar.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import { data, page } from '../web/answer.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { reviewAccount } from '../web/review-menu.js';
import { reviewRoute } from '../web/review-route.js';
import { type AnyRoute, route } from '../web/route.js';
import type { Accuracy } from './figures.js';
import { coverageGaps } from './gaps.js';
import { accuracyPage } from './pages/accuracy.js';
import { gapsPage } from './pages/gaps.js';
import { sampleRoutes } from './sample-routes.js';

interface Tools {
  store: Store;
  index: Pick<SearchIndex, 'search'>;
  clock: Clock;
  accuracy: () => Promise<Accuracy>;
  renderPage: RenderPage;
}

/** How true the directory is, in public; and where reviewers check it, and see what is missing. */
export function accuracyRoutes(tools: Tools): AnyRoute[] {
  return [...publicRoutes(tools), gapsRoute(tools), ...sampleRoutes(tools)];
}

function publicRoutes({ accuracy, renderPage }: Tools): AnyRoute[] {
  const common = { access: 'anyone', input: 'none', cache: 'none' } as const;
  return [
    route({
      ...common,
      path: paths.accuracy,
      handle: async () =>
        page(
          renderPage({
            view: 'accuracy/accuracy',
            title: 'How accurate is this directory?',
            description:
              'What a random sample of calls found, how fresh the listings are, and how fast reports are resolved.',
            section: 'vetting',
            canonical: paths.accuracy,
            model: accuracyPage(await accuracy()),
          }),
        ),
    }),
    route({ ...common, path: paths.accuracyData, handle: async () => data(await accuracy()) }),
  ];
}

function gapsRoute({ index, clock, renderPage }: Tools): AnyRoute {
  return reviewRoute({
    path: paths.reviewGaps,
    input: 'none',
    handle: async (_, { person }) =>
      page(
        renderPage({
          view: 'accuracy/gaps',
          title: 'Where somebody is missing',
          account: reviewAccount(person, 'gaps'),
          wide: true,
          model: gapsPage(await coverageGaps(index, clock)),
        }),
      ),
  });
}
