import type { AnyRoute } from '../web/route.js';
import { caseRoutes } from './case-routes.js';
import { correctionRoutes } from './correction-routes.js';
import { decisionRoutes } from './decision-routes.js';
import { queueRoutes } from './queue-routes.js';
import { createReviewService } from './review-service.js';
import { showPages } from './room.js';
import type { RoomTools, VettingTools } from './tools.js';

/** The reviewers' room: the queue, one page for each therapist, decisions. */
export function vettingRoutes(tools: VettingTools): AnyRoute[] {
  const room: RoomTools = {
    ...tools,
    reviews: createReviewService(tools),
    show: showPages(tools.renderPage),
  };
  return [...queueRoutes(room), ...caseRoutes(room), ...decisionRoutes(room), ...correctionRoutes(room)];
}
