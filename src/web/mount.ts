import type { IRouter, Request, RequestHandler, Response } from 'express';
import type { Answer } from './answer.js';
import { admit, type Gate } from './authorize.js';
import type { PageCache } from './page-cache.js';
import { limitRate } from './rate-limit.js';
import { readForm } from './read-form.js';
import { type AnyRoute, type Asked, assertComplete } from './route.js';
import { send } from './send.js';
import type { Visit } from './visit.js';

const noForm = new URLSearchParams();
const HOUR_MS = 3_600_000;

/**
 * Puts the routes on the app. Without a gate there is nobody to sign in and no form, as before the store is open.
 * @throws Error at start when one of them leaves something unsaid.
 */
export function mount(
  app: IRouter,
  routes: readonly AnyRoute[],
  cache: PageCache,
  gate: Gate | null = null,
): void {
  assertComplete(routes);
  for (const route of routes) {
    const before = limitsOf(route, gate);
    if (route.method === 'post') app.post(route.path, ...before, readForm, answerer(route, gate));
    else if (route.cache === 'directory') app.get(route.path, ...before, keeper(route, cache));
    else app.get(route.path, ...before, answerer(route, gate));
  }
}

function limitsOf({ path, perHour }: AnyRoute, gate: Gate | null): RequestHandler[] {
  if (perHour === undefined || gate?.limits === false) return [];
  const limit = limitRate(perHour, HOUR_MS);
  return [
    (request, response, next) => {
      response.locals.route = path;
      return limit(request, response, next);
    },
  ];
}

/** Answers with the page that is kept for this address, or keeps the one it makes. */
function keeper(route: AnyRoute, cache: PageCache): RequestHandler {
  const answer = handlerOf(route);
  return async (request, response) => {
    response.locals.route = route.path;
    const found = cache.find(request.originalUrl);
    response.locals.cache = typeof found === 'function' ? 'miss' : 'hit';
    if (typeof found !== 'function') return send(request, response, found);
    const fresh = await answer(asked(request, noForm), { address: '', person: null });
    found(fresh);
    return send(request, response, fresh);
  };
}

function answerer(route: AnyRoute, gate: Gate | null): RequestHandler {
  if (gate === null && ((route.access as string) !== 'anyone' || route.method === 'post'))
    throw new Error(`The route ${route.path} wants a gate.`);
  const answer = handlerOf(route);
  const access = route.access as string;
  const secret = access !== 'anyone' || route.cache === 'never';
  const found = !secret || (access === 'either' && route.cache !== 'never');
  return async (request: Request, response: Response) => {
    response.locals.route = route.path;
    const form: URLSearchParams = response.locals.form ?? noForm;
    const visit: Visit =
      gate === null
        ? { address: '', person: null }
        : await admit(route, gate, request, form, (person) => {
            response.locals.person = person;
          });
    return send(request, response, await answer(asked(request, form), visit), {
      ...{ secret, found },
      https: gate?.https,
    });
  };
}

function handlerOf(route: AnyRoute): (asked: Asked, visit: Visit) => Promise<Answer> | Answer {
  const { input, handle } = route as unknown as {
    input: 'none' | ((asked: Asked) => unknown);
    handle: (input: unknown, visit: Visit) => Answer;
  };
  return (asked, visit) => handle(input === 'none' ? undefined : input(asked), visit);
}

function asked(request: Request, form: URLSearchParams): Asked {
  const url = request.originalUrl;
  const mark = url.indexOf('?');
  return {
    url,
    params: request.params as Record<string, string>,
    search: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    form,
  };
}
