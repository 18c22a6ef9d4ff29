import type { AnyRoute } from '../web/route.js';
import { actRoutes } from './routes/act-routes.js';
import { checkRoutes } from './routes/check-routes.js';
import { confirmRoutes } from './routes/confirm-routes.js';
import { overviewRoutes } from './routes/overview-routes.js';
import { ownRoutes } from './routes/own-routes.js';
import { sectionRoutes } from './routes/section-routes.js';
import type { PracticeTools } from './routes/tools.js';
import { createPracticeService } from './service.js';

/** Everything a therapist does: apply, keep it true, pause, leave; and the link that confirms. */
export function practiceRoutes(given: Omit<PracticeTools, 'service'>): AnyRoute[] {
  const tools: PracticeTools = { ...given, service: createPracticeService(given) };
  return [
    ...overviewRoutes(tools),
    ...sectionRoutes(tools),
    ...checkRoutes(tools),
    ...actRoutes(tools),
    ...ownRoutes(tools),
    ...confirmRoutes(tools),
  ];
}
