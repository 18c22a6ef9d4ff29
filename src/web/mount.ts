import type { IRouter, RequestHandler } from 'express';
import { askedBy } from './asked.js';
import { type AuthorizeDeps, authorize } from './authorize.js';
import { fromCache, type PageCache } from './page-cache.js';
import { limitRate } from './rate-limit.js';
import { readForm } from './read-form.js';
import { type AnyRoute, assertDistinct } from './route.js';
import { send } from './send.js';
import type { Visit } from './visit.js';

const HOUR_MS = 3_600_000;
/** Where nothing depends on who calls. */
const anonymous: Visit = { address: '', person: null };

/**
 * Puts the routes on the app. Without `auth` there is no sign-in and no form, as before the store is open.
 * @throws Error at start when two routes are the same
 */
export function mount(
  app: IRouter,
  routes: readonly AnyRoute[],
  cache: PageCache,
  auth: AuthorizeDeps | null = null,
): void {
  assertDistinct(routes);
  for (const route of routes) {
    const before = limitsOf(route, auth);
    if (route.method === 'post') app.post(route.path, ...before, readForm, handler(route, auth));
    else if (route.cache === 'directory') app.get(route.path, ...before, cachedHandler(route, cache));
    else app.get(route.path, ...before, handler(route, auth));
  }
}

function limitsOf({ path, perHour }: AnyRoute, auth: AuthorizeDeps | null): RequestHandler[] {
  if (perHour === undefined || auth?.limits === false) return [];
  const limit = limitRate(perHour, HOUR_MS);
  return [
    (request, response, next) => {
      response.locals.route = path;
      return limit(request, response, next);
    },
  ];
}

/** Answers with the cached page of this address, or caches the one it makes. */
function cachedHandler(route: AnyRoute, cache: PageCache): RequestHandler {
  return async (request, response) => {
    response.locals.route = route.path;
    const make = () => route.run(askedBy(request), anonymous);
    return send(request, response, await fromCache(cache, request.originalUrl, response.locals, make));
  };
}

function handler(route: AnyRoute, auth: AuthorizeDeps | null): RequestHandler {
  const { path, method, access, cache } = route;
  if (auth === null && (access !== 'anyone' || method === 'post'))
    throw new Error(`The route ${path} needs an authorization.`);
  const secret = access !== 'anyone' || cache === 'never';
  const indexed = !secret || (access === 'either' && cache !== 'never');
  return async (request, response) => {
    response.locals.route = path;
    const form: URLSearchParams | undefined = response.locals.form;
    const visit =
      auth === null
        ? anonymous
        : await authorize(route, auth, request, form, (person) => {
            response.locals.person = person;
          });
    const answer = await route.run(askedBy(request, form), visit);
    return send(request, response, answer, { secret, indexed, https: auth?.https });
  };
}
