import type { AnyRoute } from '../web/route.js';
import { actRoutes } from './routes/act-routes.js';
import { checkRoutes } from './routes/check-routes.js';
import { confirmRoutes } from './routes/confirm-routes.js';
import type { PracticeDeps } from './routes/deps.js';
import { overviewRoutes } from './routes/overview-routes.js';
import { ownRoutes } from './routes/own-routes.js';
import { sectionRoutes } from './routes/section-routes.js';
import { createPracticeService } from './service.js';

/** Everything a therapist does: apply, keep the listing true, pause, leave; and the link that confirms. */
export function createPractice(given: PracticeDeps): { routes: AnyRoute[] } {
  const deps = { ...given, service: createPracticeService(given) };
  const routes = [
    ...overviewRoutes(deps),
    ...sectionRoutes(deps),
    ...checkRoutes(deps),
    ...actRoutes(deps),
    ...ownRoutes(deps),
    ...confirmRoutes(deps),
  ];
  return { routes };
}
