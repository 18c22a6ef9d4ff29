import { createAccuracyCache } from '../accuracy/accuracy-cache.js';
import { reckonAccuracy } from '../accuracy/figures.js';
import { accuracyRoutes } from '../accuracy/routes.js';
import { createApiResources } from '../api/create-api.js';
import { apiDocsRoutes } from '../api/docs/docs-routes.js';
import type { Config } from '../config.js';
import { createCardFaces } from '../directory/card-faces.js';
import { plainProfilePage } from '../directory/pages/profile.js';
import { directoryRoutes } from '../directory/routes.js';
import { createDirectory } from '../directory/service.js';
import { toDay } from '../domain/calendar.js';
import { confirmMac } from '../practice/confirm-mac.js';
import { practiceRoutes } from '../practice/routes.js';
import { openReferrals } from '../referral/routes.js';
import { createReportService } from '../reports/report-service.js';
import { reportReviewRoutes } from '../reports/reviewer-routes.js';
import { createSubmitReport } from '../reports/submit-report.js';
import { submitReportRoutes } from '../reports/submit-report-routes.js';
import { openNppes } from '../vetting/nppes/open-nppes.js';
import { vettingRoutes } from '../vetting/routes.js';
import type { RenderPage } from '../web/layout.js';
import type { AnyApiRoute } from '../web/mount-api.js';
import type { AnyRoute } from '../web/route.js';
import type { Views } from '../web/views.js';
import { reasonLines } from '../wording/search-reasons.js';
import { erasureHash } from './erasure-hash.js';
import { originOf } from './listen.js';
import type { OpenListings } from './listings.js';
import type { Tools } from './tools.js';

interface Parts extends Pick<Tools, 'clock' | 'newId'> {
  config: Config;
  found: OpenListings;
  views: Views;
  renderPage: RenderPage;
  secretKey: string;
  /** Whether demonstration records are there. */
  demo: () => boolean;
  /** Where people reach us: the beginning of links in letters. */
  origin: () => string;
  /** Has waiting letters sent at once. */
  nudge: () => void;
}

export interface Features {
  routes: AnyRoute[];
  api: readonly AnyApiRoute[];
}

/** Every page of the site, of every feature, and the API. */
export function createFeatures(parts: Parts): Features {
  const { config, found, views, renderPage, clock, newId, secretKey, demo, nudge, origin } = parts;
  const { store, own, index, listings } = found;
  const directory = createDirectory({ listings, index, clock });
  const faces = createCardFaces(directory, views, clock);
  const accuracy = createAccuracyCache(() => reckonAccuracy({ store, index, clock }));
  const tell = createSubmitReport({ store, clock, newId, secretKey, nudge });
  const reports = createReportService({ store, clock, newId, nudge, twoReviewers: config.twoReviewers });
  const crawlers = { publicUrl: config.publicUrl, demo, listed: own.listed, version: own.version };
  const { publicUrl, port, apiRateLimit } = config;
  const api = createApiResources({ directory, accuracy, reasonWords: reasonLines, clock, publicUrl });
  const site = publicUrl ?? `http://localhost:${port}`;
  const referral = openReferrals({
    ...{ store, clock, newId, renderPage },
    search: directory.search,
    byIds: directory.byIds,
    publicOrigin: publicUrl ?? originOf(config),
  });
  const routes = [
    ...directoryRoutes({ directory, faces, renderPage, clock, crawlers }),
    ...referral.routes,
    ...submitReportRoutes({ listings, tell, renderPage }),
    ...reportReviewRoutes({ reports, listings, renderPage }),
    ...practiceRoutes({
      ...{ store, clock, newId, renderPage, nudge },
      mac: confirmMac(secretKey),
      hash: erasureHash(secretKey),
      publicPage: (listing) => plainProfilePage(listing, toDay(clock.now())),
    }),
    ...accuracyRoutes({ store, index, clock, accuracy, renderPage }),
    // After the other rooms of reviewers: it takes every address of one part below /review.
    ...vettingRoutes({
      ...{ store, index, clock, newId, renderPage, nudge, origin },
      hash: erasureHash(secretKey),
      twoReviewers: config.twoReviewers,
      npiRegistry: config.nppesUrl === null ? null : openNppes({ url: config.nppesUrl }),
    }),
    ...apiDocsRoutes({ ...api, directory, renderPage, site, rateLimit: apiRateLimit }),
  ];
  return { routes, api: api.routes };
}
