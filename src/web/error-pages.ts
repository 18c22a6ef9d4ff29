import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { accountBar, ownPath } from './account-bar.js';
import { type Gate, signedIn } from './authorize.js';
import { NotFound, SignedOut } from './errors.js';
import type { RenderPage } from './layout.js';
import { paths, signInPath } from './paths.js';
import { unsentFields, wasWrittenHere } from './unsent.js';
import type { Person } from './visit.js';
import { waitInWords } from './wait-in-words.js';

interface Shown {
  status: number;
  view: string;
  title: string;
}

const notFoundPage: Shown = { status: 404, view: 'errors/not-found', title: 'Page not found' };
const signedOut: Shown = { status: 403, view: 'errors/signed-out', title: 'You are signed out' };
const forged: Shown = { status: 403, view: 'errors/forged', title: 'Please send this again' };
const outOfDate: Shown = { status: 409, view: 'errors/out-of-date', title: 'This has changed meanwhile' };
const tooLong: Shown = { status: 413, view: 'errors/too-long', title: 'Too much at once' };
const noForm: Shown = { status: 415, view: 'errors/no-form', title: 'This is not a form of ours' };
const tooMany: Shown = { status: 429, view: 'errors/too-many', title: 'Please wait a little' };
const unready: Shown = { status: 503, view: 'errors/unready', title: 'Back in a moment' };
const failed: Shown = { status: 500, view: 'errors/failed', title: 'Something went wrong' };

/** By name: the web side knows no engine and no feature. */
const byName: Readonly<Record<string, Shown>> = {
  NotFound: notFoundPage,
  SignedOut: signedOut,
  URIError: notFoundPage,
  Forged: forged,
  TooManyRequests: tooMany,
  Unready: unready,
  StoreUnreachable: unready,
  Conflict: outOfDate,
  NotAllowed: outOfDate,
};

/** Express marks a path that cannot be decoded with 400: for a visitor that is a page that is not there. */
const byStatus: Readonly<Record<number, Shown>> = { 400: notFoundPage, 413: tooLong, 415: noForm };

/** Finds out who is signed in where no route did, so that they are told that nothing is there on their own ground. */
export function loadSession(gate: Gate): RequestHandler {
  return async (request, response, next) => {
    response.locals.person = (await signedIn(gate, request)) ?? undefined;
    next();
  };
}

/** Answers for every address that no route has. */
export const notFound: RequestHandler = () => {
  throw new NotFound('no such route');
};

/**
 * Turns a named error into its page; anything else is logged with a request id and shown as that id alone. What a form sent is given
 * back, to be sent again, so that nothing typed is lost.
 */
export function errorPages(renderPage: RenderPage, logger: Logger, newId: () => string): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const form: URLSearchParams | undefined = response.locals.form;
    const signIn = error instanceof SignedOut ? signInPath(error.next) : '';
    if (signIn !== '' && !wasWrittenHere(form)) return response.redirect(303, signIn);
    const unsent = unsentFields(request.originalUrl, form);
    const shown = kindOf(error);
    const requestId = newId();
    if (shown === failed) logger.error({ err: error, requestId, route: response.locals.route }, 'failed');
    if (shown === unready) response.set('Retry-After', '2');
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

/** When even the page about a fault cannot be made: Express' own handler would show the stack. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    logger.error({ err: error, route: response.locals.route }, 'failed to tell of a fault');
    response.status(500).type('text/plain').send('Something went wrong on our side. Please try again.');
  };
}

/** Where to go on: for who is signed in their own pages, for everybody else the search. */
function waysOn(person: Person | undefined) {
  if (person === undefined)
    return [
      { href: paths.therapists, label: 'Search for a therapist' },
      { href: paths.home, label: 'Go to the start page' },
    ];
  const label = person.reviewer === null ? 'Go to your practice' : 'Go to the queue';
  return [{ href: ownPath(person), label }];
}

function kindOf(error: unknown): Shown {
  if (!(error instanceof Error)) return failed;
  const status = 'status' in error ? Number(error.status) : 0;
  return byName[error.name] ?? byStatus[status] ?? failed;
}
