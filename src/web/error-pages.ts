import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { NotFound, Unready } from './errors.js';
import type { RenderPage } from './layout.js';

interface Shown {
  status: number;
  view: string;
  title: string;
}

const notFound: Shown = { status: 404, view: 'errors/not-found', title: 'Page not found' };
const unready: Shown = { status: 503, view: 'errors/unready', title: 'Back in a moment' };
const failed: Shown = { status: 500, view: 'errors/failed', title: 'Something went wrong' };

/** Answers for every address that no route has. */
export const nothingHere: RequestHandler = () => {
  throw new NotFound('no such route');
};

/** Turns a named error into its page; anything else is logged with a request id and shown as that id alone. */
export function errorPages(renderPage: RenderPage, logger: Logger, newId: () => string): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const shown = kindOf(error);
    const requestId = newId();
    if (shown === failed) logger.error({ err: error, requestId, route: response.locals.route }, 'failed');
    if (shown === unready) response.set('Retry-After', '2');
    response
      .status(shown.status)
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(renderPage({ view: shown.view, title: shown.title, hidden: true, model: { requestId } }));
  };
}

/** When even the page about a fault cannot be made: Express' own handler would show the stack. */
export function lastResort(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    logger.error({ err: error, route: response.locals.route }, 'failed to tell of a fault');
    response.status(500).type('text/plain').send('Something went wrong on our side. Please try again.');
  };
}

function kindOf(error: unknown): Shown {
  if (error instanceof NotFound || error instanceof URIError) return notFound;
  if (error instanceof Unready) return unready;
  // Express marks a path that cannot be decoded with status 400: for a visitor that is a page that is not there.
  if (error instanceof Error && 'status' in error && error.status === 400) return notFound;
  return failed;
}
