import express, { type Request, type RequestHandler, type Router } from 'express';
import { type Page, page } from './answer.js';
import { assertServing, type Health } from './health.js';
import { noCache, type PageCache } from './page-cache.js';
import { Problem } from './problem.js';
import { limitRate } from './rate-limit.js';
import type { Asked } from './route.js';
import { sendJson } from './send-json.js';
import { METHODS, type TellParts, tellProblem } from './tell-problem.js';

/** What a client asks for; it sends no form. */
export type ApiAsked = Pick<Asked, 'url' | 'params' | 'search'>;

/** One resource of the API. What it answers depends on nothing but the address, the directory and the day, unless it is `madeAnew`. */
export interface ApiRoute<Input = unknown> {
  /** Below `/api/v1`, as Express writes it. */
  path: string;
  /** How long a client may use its copy without asking. */
  cacheControl: string;
  /** Depends on more, and is not kept here. */
  madeAnew?: boolean;
  /** @throws Problem naming every parameter that is wrong. */
  input(asked: ApiAsked): Input;
  /** The JSON text of the answer. */
  handle(input: Input): Promise<string> | string;
}

export type AnyApiRoute = ApiRoute<never>;

interface Parts extends TellParts {
  health: Health;
  /** Requests a minute from one address; `null` = no limit. */
  rateLimit: number | null;
  /** Longest path and query string that is read. */
  maxUrl: number;
}

export interface Api {
  /** Everything below `/api` but its documentation. */
  router: Router;
  serve(routes: readonly AnyApiRoute[], cache: PageCache): void;
}

const BASE = '/api/v1';

/** The API's own way through the house: other headers, another limit, and problems instead of pages. */
export function createApi(parts: Parts): Api {
  const router = express.Router();
  const resources = express.Router();
  router.use(unlessDocumentation, cors, answerOptions);
  if (parts.rateLimit !== null)
    router.use(limitRate(parts.rateLimit, undefined, new Problem('too-many-requests')));
  router.use((request, _response, next) => {
    if (request.originalUrl.length > parts.maxUrl) throw new Problem('address-too-long');
    assertServing(parts.health);
    next();
  });
  router.use('/v1', resources);
  router.use(() => {
    throw new Problem('not-found');
  }, tellProblem(parts));
  return {
    router,
    serve(routes, cache) {
      for (const route of routes) resources.all(route.path, answerer(route, cache));
    },
  };
}

/** The documentation is a page like the others. */
const unlessDocumentation: RequestHandler = (request, response, next) => {
  if (/^\/(docs\/?)?$/.test(request.path)) return next('router');
  response.locals.route = '/api';
  next();
};

/** Any site's script may read it: there is nothing here but what everybody may see, and no cookie or key to misuse. */
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

function answerer(route: AnyApiRoute, keeping: PageCache): RequestHandler {
  const { path, cacheControl, madeAnew = false, input, handle } = route as unknown as ApiRoute;
  const cache = madeAnew ? noCache : keeping;
  const make = async (request: Request): Promise<Page> => page(await handle(input(asked(request))));
  return async (request, response) => {
    response.locals.route = BASE + path;
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Problem('wrong-method');
    if (!request.accepts('application/json')) throw new Problem('not-acceptable');
    const found = cache.find(request.originalUrl);
    response.locals.cache = typeof found === 'function' ? 'miss' : 'hit';
    if (typeof found !== 'function') return sendJson(request, response, found as Page, cacheControl);
    const fresh = await make(request);
    found(fresh);
    return sendJson(request, response, fresh, cacheControl);
  };
}

function asked({ originalUrl: url, params }: Request): ApiAsked {
  const mark = url.indexOf('?');
  const search = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
  return { url, params: params as Record<string, string>, search };
}
