import express, { type RequestHandler, type Router } from 'express';
import { page } from './answer.js';
import { askedBy } from './asked.js';
import { assertServing, type Health } from './health.js';
import { fromCache, noCache, type PageCache } from './page-cache.js';
import { Problem } from './problem.js';
import { limitRate } from './rate-limit.js';
import type { Asked } from './route.js';
import { sendJson } from './send-json.js';
import { METHODS, type TellProblemDeps, tellProblem } from './tell-problem.js';

/** What a client asks for; it sends no form. */
export type ApiAsked = Pick<Asked, 'url' | 'params' | 'search'>;

/** One resource of the API. Its answer depends only on the address, the directory and the day, unless it is `madeAnew`. */
export interface ApiRoute {
  /** Below `/api/v1`, as Express writes it. */
  path: string;
  /** For how long a client may use its copy without asking. */
  cacheControl: string;
  /** Depends on more, and is not cached here. */
  madeAnew?: boolean;
  /** The JSON text of the answer. @throws Problem naming every parameter that is wrong */
  run(asked: ApiAsked): Promise<string>;
}

export interface ApiRouterDeps extends TellProblemDeps {
  health: Health;
  /** Requests a minute from one address; `null` = no limit. */
  rateLimit: number | null;
  /** Longest path and query string that is read. */
  maxUrl: number;
}

export interface Api {
  /** Everything below `/api` but its documentation. */
  router: Router;
  serve(routes: readonly ApiRoute[], cache: PageCache): void;
}

const BASE = '/api/v1';

/** The API has headers and a limit of its own, and answers problems instead of error pages. */
export function createApiRouter(deps: ApiRouterDeps): Api {
  const router = express.Router();
  const resources = express.Router();
  router.use(unlessDocumentation, cors, answerOptions);
  if (deps.rateLimit !== null)
    router.use(limitRate(deps.rateLimit, undefined, new Problem('too-many-requests')));
  router.use((request, _response, next) => {
    if (request.originalUrl.length > deps.maxUrl) throw new Problem('address-too-long');
    assertServing(deps.health);
    next();
  });
  router.use('/v1', resources);
  router.use(() => {
    throw new Problem('not-found');
  }, tellProblem(deps));
  return {
    router,
    serve(routes, cache) {
      for (const route of routes) resources.all(route.path, cachedHandler(route, cache));
    },
  };
}

/** The documentation is a page like the others. */
const unlessDocumentation: RequestHandler = (request, response, next) => {
  if (/^\/(docs\/?)?$/.test(request.path)) return next('router');
  response.locals.route = '/api';
  next();
};

/** Scripts of any site may read it: everything here is public, and there is no cookie or key to misuse. */
const cors: RequestHandler = (_request, response, next) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader(
    'Access-Control-Expose-Headers',
    'Allow, ETag, RateLimit, RateLimit-Policy, Retry-After',
  );
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  // Search engines read the pages, which say the same in words.
  response.setHeader('X-Robots-Tag', 'noindex');
  next();
};

const answerOptions: RequestHandler = (request, response, next) => {
  if (request.method !== 'OPTIONS') return next();
  response
    .status(204)
    .set({
      Allow: METHODS,
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': 'Accept, If-None-Match',
      'Access-Control-Max-Age': '86400',
    })
    .end();
};

function cachedHandler(route: ApiRoute, shared: PageCache): RequestHandler {
  const { path, cacheControl, madeAnew = false } = route;
  const cache = madeAnew ? noCache : shared;
  return async (request, response) => {
    response.locals.route = BASE + path;
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Problem('wrong-method');
    if (!request.accepts('application/json')) throw new Problem('not-acceptable');
    const make = async () => page(await route.run(askedBy(request)));
    const answer = await fromCache(cache, request.originalUrl, response.locals, make);
    return sendJson(request, response, answer, cacheControl);
  };
}
