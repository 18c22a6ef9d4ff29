import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { errorAnswer } from './error-answers.js';
import { Problem, problemBody, problems } from './problem.js';

/** The methods that the API answers. */
export const METHODS = 'GET, HEAD, OPTIONS';

export interface TellProblemDeps {
  logger: Logger;
  newId: () => string;
  /** Origin of the site, or '' when it is not known. */
  site: string;
}

/** Answers every error as problem details. An error that nobody foresaw is logged under a request id, and the answer shows only that id. */
export function tellProblem({ logger, newId, site }: TellProblemDeps): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = error instanceof Problem ? error : new Problem(errorAnswer(error).problem);
    const requestId = problem.id === 'failed' ? newId() : undefined;
    if (requestId) logger.error({ err: error, requestId, route: response.locals.route }, 'failed');
    if (problem.id === 'not-ready') response.set('Retry-After', '2');
    if (problem.id === 'wrong-method') response.set('Allow', METHODS);
    response
      .status(problems[problem.id].status)
      .set('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(problem, site, requestId)));
  };
}
