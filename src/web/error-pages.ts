import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { accountBar, ownPath } from './account-bar.js';
import { type AuthorizeDeps, signedIn } from './authorize.js';
import { errorAnswer, failed } from './error-answers.js';
import { NotFound, SignedOut } from './errors.js';
import type { RenderPage } from './layout.js';
import { paths, signInPath } from './paths.js';
import { unsentFields, wasWrittenHere } from './unsent.js';
import type { Person } from './visit.js';

/** Finds out who is signed in where no route did, so that the page for an unknown address has their own bar and links. */
export function loadSession(auth: AuthorizeDeps): RequestHandler {
  return async (request, response, next) => {
    response.locals.person = (await signedIn(auth, request)) ?? undefined;
    next();
  };
}

/** Answers every address that no route has. */
export const notFound: RequestHandler = () => {
  throw new NotFound('no such route');
};

/**
 * Turns a known error into its page. Anything else is logged under a request id, and the page shows only that id. What a form sent is
 * given back, to be sent again, so that nothing typed is lost.
 */
export function errorPages(renderPage: RenderPage, logger: Logger, newId: () => string): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const form: URLSearchParams | undefined = response.locals.form;
    const signIn = error instanceof SignedOut ? signInPath(error.next) : '';
    if (signIn !== '' && !wasWrittenHere(form)) return response.redirect(303, signIn);
    const unsent = unsentFields(request.originalUrl, form);
    const shown = errorAnswer(error);
    const requestId = newId();
    if (shown === failed) logger.error({ err: error, requestId, route: response.locals.route }, 'failed');
    if (shown.status === 503) response.set('Retry-After', '2');
    const person: Person | undefined = response.locals.person;
    const wait = waitInWords(Number(response.get('Retry-After')));
    const model = {
      requestId,
      unsent,
      signIn,
      wait,
      posted: request.method === 'POST',
      ways: waysOn(person),
    };
    response
      .status(shown.status)
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(
        renderPage({
          view: shown.view,
          title: shown.title,
          hidden: true,
          ...(person && { account: accountBar(person) }),
          model,
        }),
      );
  };
}

/** For when even the error page cannot be made: Express' own handler would show the stack. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    logger.error({ err: error, route: response.locals.route }, 'error page: could not be made');
    response.status(500).type('text/plain').send('Something went wrong on our side. Please try again.');
  };
}

/** Where to go next: their own pages for people who are signed in, the search for everyone else. */
function waysOn(person: Person | undefined) {
  if (person === undefined)
    return [
      { href: paths.therapists, label: 'Search for a therapist' },
      { href: paths.home, label: 'Go to the start page' },
    ];
  const label = person.reviewer === null ? 'Go to your practice' : 'Go to the queue';
  return [{ href: ownPath(person), label }];
}

/** How long to wait, as people say it; `seconds` is NaN where nothing says how long. */
export function waitInWords(seconds: number): string {
  if (!(seconds > 0)) return 'a moment';
  if (seconds <= 60) return 'a minute';
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 55 ? `${minutes} minutes` : 'an hour';
}
