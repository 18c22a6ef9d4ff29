import type { AnyRoute } from '../web/route.js';
import { caseRoutes } from './case-routes.js';
import { correctionRoutes } from './correction-routes.js';
import { decisionRoutes } from './decision-routes.js';
import type { VettingDeps, VettingRoutesDeps } from './deps.js';
import { queueRoutes } from './queue-routes.js';
import { createReviewService } from './review-service.js';
import { showPages } from './show-page.js';

/** What reviewers do with therapists: the queue, one page for each therapist, decisions. */
export function createVetting(given: VettingDeps): { routes: AnyRoute[] } {
  const deps: VettingRoutesDeps = {
    ...given,
    reviews: createReviewService(given),
    show: showPages(given.renderPage),
  };
  const routes = [
    ...queueRoutes(deps),
    ...caseRoutes(deps),
    ...decisionRoutes(deps),
    ...correctionRoutes(deps),
  ];
  return { routes };
}
