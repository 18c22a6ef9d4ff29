import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { currentAddress } from '../domain/old-names.js';
import { type Answered, accessLog } from './access-log.js';
import type { Assets } from './assets.js';
import type { AuthorizeDeps } from './authorize.js';
import { errorHandler, errorPages, loadSession, notFound } from './error-pages.js';
import { assertServing, type Health, healthRoutes, type Report } from './health.js';
import type { RenderPage } from './layout.js';
import { mount } from './mount.js';
import { type ApiRoute, createApiRouter } from './mount-api.js';
import { noCache, type PageCache } from './page-cache.js';
import { localPath } from './paths.js';
import { limitRate } from './rate-limit.js';
import type { AnyRoute } from './route.js';
import { securityHeaders } from './security-headers.js';

/** Longest path and query string that is read; a search with every filter set stays far below. */
const MAX_URL = 4000;

export interface AppDeps {
  assets: Assets;
  renderPage: RenderPage;
  health: Health;
  report: Report;
  logger: Logger;
  newId: () => string;
  /** Called with every answer. */
  count?: ((answer: Answered) => void) | undefined;
  https: boolean;
  trustProxy: number | string;
  /** Requests a minute from one address; `null` = no limit. */
  rateLimit: number | null;
  /** The same for the API, which counts by itself. */
  apiRateLimit: number | null;
  /** Origin of the site as people see it, where it is known. */
  publicUrl: string | null;
  /** Whether demonstration data is loaded: then no answer is offered to search engines. */
  demo: () => boolean;
}

export interface WebApp {
  app: Express;
  /** Mounts the pages, once the engines they need are open. @throws Error when two routes are the same. */
  serve(routes: readonly AnyRoute[], cache: PageCache, auth: AuthorizeDeps): void;
  /** Mounts the API, which has a cache of its own. */
  serveApi(routes: readonly ApiRoute[], cache: PageCache): void;
}

/** Puts the web side together, in the order in which a request passes it. Until it is serving, pages answer 503. */
export function createApp(deps: AppDeps): WebApp {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  // Queries are read by the routes' own schemas, from the address as it came.
  app.set('query parser', false);
  app.set('trust proxy', deps.trustProxy);
  app.use(
    accessLog(deps.logger, deps.count),
    securityHeaders({ https: deps.https }),
    noIndexWhile(deps.demo),
  );
  mount(app, healthRoutes(deps.health, deps.report), noCache);
  app.use(oldAddresses);
  const api = createApiRouter({
    ...deps,
    rateLimit: deps.apiRateLimit,
    maxUrl: MAX_URL,
    site: deps.publicUrl ?? '',
  });
  app.use('/api', api.router);
  // Assets are in memory and cached by browsers: even the page that says to wait needs them.
  deps.assets.serve(app);
  if (deps.rateLimit !== null) app.use(limitRate(deps.rateLimit));
  app.use(shortAddresses);
  app.use((_request, _response, next) => {
    assertServing(deps.health);
    next();
  });
  const pages = express.Router();
  app.use(pages);
  app.use(notFound, errorPages(deps.renderPage, deps.logger, deps.newId), errorHandler(deps.logger));
  return {
    app,
    serve(routes, cache, auth) {
      mount(pages, routes, cache, auth);
      pages.use(loadSession(auth));
    },
    serveApi: api.serve,
  };
}

const shortAddresses: RequestHandler = (request, response, next) => {
  if (request.originalUrl.length <= MAX_URL) return next();
  response.status(414).type('text/plain').send('This address is too long for us to read.');
};

/** Redirects an old address to the current one, with its form. */
const oldAddresses: RequestHandler = (request, response, next) => {
  const moved = currentAddress(request.originalUrl);
  // A path such as `//host` would lead to another site.
  const current = moved === null ? null : localPath(moved);
  if (current === null) return next();
  response.redirect(308, current);
};

function noIndexWhile(demo: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (demo()) response.setHeader('X-Robots-Tag', 'noindex');
    next();
  };
}
