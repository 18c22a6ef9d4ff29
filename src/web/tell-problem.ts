import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { NotFound, Unready } from './errors.js';
import { Problem, problemBody, problems } from './problem.js';

/** What the API answers to. */
export const METHODS = 'GET, HEAD, OPTIONS';

export interface TellParts {
  logger: Logger;
  newId: () => string;
  /** Origin of the site, or '' when it is not known. */
  site: string;
}

/** Tells every error as problem details; what we did not foresee is logged with a request id and shown as that id alone. */
export function tellProblem({ logger, newId, site }: TellParts): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = problemOf(error);
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

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Unready) return new Problem('not-ready');
  // By name, as the pages have it: the web side knows no engine.
  if (error instanceof Error && error.name === 'StoreUnreachable') return new Problem('not-ready');
  // A path that cannot be decoded names nothing that is there.
  if (error instanceof NotFound || error instanceof URIError) return new Problem('not-found');
  if (error instanceof Error && 'status' in error && error.status === 400) return new Problem('not-found');
  return new Problem('failed');
}
