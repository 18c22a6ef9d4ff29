import type { Clock } from '../domain/calendar.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import { data, page } from '../web/answer.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { reviewAccount } from '../web/review-menu.js';
import { reviewRoute } from '../web/review-route.js';
import { type AnyRoute, route } from '../web/route.js';
import { createAccuracyCache } from './accuracy-cache.js';
import { type Accuracy, accuracyFigures } from './figures.js';
import { coverageGaps } from './gaps.js';
import { accuracyPage } from './pages/accuracy.js';
import { gapsPage } from './pages/gaps.js';
import { sampleRoutes } from './sample-routes.js';

export interface AccuracyDeps {
  store: Store;
  index: Pick<SearchIndex, 'search'>;
  clock: Clock;
  renderPage: RenderPage;
}

export interface AccuracyFeature {
  routes: AnyRoute[];
  /** The figures of the public page, cached for a while. */
  accuracy: () => Promise<Accuracy>;
}

type RoutesDeps = AccuracyDeps & Pick<AccuracyFeature, 'accuracy'>;

/** How accurate the directory is, in public; and the pages on which reviewers check it, and see what is missing. */
export function createAccuracy(given: AccuracyDeps): AccuracyFeature {
  const accuracy = createAccuracyCache(() => accuracyFigures(given));
  const deps = { ...given, accuracy };
  return { accuracy, routes: [...publicRoutes(deps), gapsRoute(deps), ...sampleRoutes(deps)] };
}

function publicRoutes({ accuracy, renderPage }: RoutesDeps): AnyRoute[] {
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

function gapsRoute({ index, clock, renderPage }: RoutesDeps): AnyRoute {
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
