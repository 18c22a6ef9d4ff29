import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { accessLog } from './access-log.js';
import type { Assets } from './assets.js';
import { errorPages, lastResort, nothingHere } from './error-pages.js';
import { assertServing, type Health, healthRoutes } from './health.js';
import type { RenderPage } from './layout.js';
import { mount } from './mount.js';
import type { PageCache } from './page-cache.js';
import { limitRate } from './rate-limit.js';
import type { AnyRoute } from './route.js';
import { securityHeaders } from './security-headers.js';

/** Longest path and query string that is read; a search with every filter set stays far below. */
const MAX_URL = 4000;

interface Parts {
  routes: readonly AnyRoute[];
  assets: Assets;
  renderPage: RenderPage;
  cache: PageCache;
  health: Health;
  logger: Logger;
  newId: () => string;
  ping: () => Promise<void>;
  https: boolean;
  trustProxy: number | string;
  /** Requests a minute from one address; `null` = no limit. */
  rateLimit: number | null;
  /** While demonstration data is loaded no answer is offered to search engines, whatever its kind. */
  demo: () => boolean;
}

/** Puts the web side together, in the order in which a request meets it. */
export function createApp(parts: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  // Queries are read by the routes' own schemas, from the address as it came.
  app.set('query parser', false);
  app.set('trust proxy', parts.trustProxy);
  app.use(accessLog(parts.logger), securityHeaders({ https: parts.https }), noIndexWhile(parts.demo));
  mount(app, healthRoutes(parts.health, parts.ping), parts.cache);
  if (parts.rateLimit !== null) app.use(limitRate(parts.rateLimit));
  app.use(shortAddresses);
  parts.assets.serve(app);
  app.use((_request, _response, next) => {
    assertServing(parts.health);
    next();
  });
  mount(app, parts.routes, parts.cache);
  app.use(nothingHere, errorPages(parts.renderPage, parts.logger, parts.newId), lastResort(parts.logger));
  return app;
}

const shortAddresses: RequestHandler = (request, response, next) => {
  if (request.originalUrl.length <= MAX_URL) return next();
  response.status(414).type('text/plain').send('This address is too long for us to read.');
};

function noIndexWhile(demo: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (demo()) response.setHeader('X-Robots-Tag', 'noindex');
    next();
  };
}
