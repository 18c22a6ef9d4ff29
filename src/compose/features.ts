import { createAccuracy } from '../accuracy/create-accuracy.js';
import { createApi } from '../api/create-api.js';
import type { Config } from '../config.js';
import { createDirectory } from '../directory/create-directory.js';
import { plainProfilePage } from '../directory/pages/profile.js';
import { toDay } from '../domain/calendar.js';
import { confirmMac } from '../practice/confirm-mac.js';
import { createPractice } from '../practice/create-practice.js';
import { createReferral } from '../referral/create-referral.js';
import { createReports } from '../reports/create-reports.js';
import { createVetting } from '../vetting/create-vetting.js';
import { openNppes } from '../vetting/nppes/open-nppes.js';
import type { RenderPage } from '../web/layout.js';
import type { ApiRoute } from '../web/mount-api.js';
import type { AnyRoute } from '../web/route.js';
import type { Views } from '../web/views.js';
import type { ProgramDeps } from './deps.js';
import { erasureHash } from './erasure-hash.js';
import { originOf } from './listen.js';
import type { OpenListings } from './listings.js';

export interface FeaturesDeps extends Pick<ProgramDeps, 'clock' | 'newId'> {
  config: Config;
  found: OpenListings;
  views: Views;
  renderPage: RenderPage;
  secretKey: string;
  /** Whether demonstration records are there. */
  demo: () => boolean;
  /** The origin of links in emails. */
  origin: () => string;
  /** Has queued emails sent at once. */
  nudge: () => void;
}

export interface Features {
  routes: AnyRoute[];
  api: readonly ApiRoute[];
}

/** Every page of the site, of every feature, and the API. */
export function createFeatures(given: FeaturesDeps): Features {
  const { config, found, views, renderPage, clock, newId, secretKey, demo, nudge, origin } = given;
  const { store, own, index, listings } = found;
  const { publicUrl, port, twoReviewers } = config;
  const common = { store, index, listings, clock, newId, renderPage, nudge, secretKey, twoReviewers };
  const hash = erasureHash(secretKey);
  const crawlers = { publicUrl, demo, listed: own.listed, version: own.version };
  const { directory, routes: directoryRoutes } = createDirectory({ ...common, views, crawlers });
  const { accuracy, routes: accuracyRoutes } = createAccuracy(common);
  const api = createApi({
    ...{ ...common, directory, accuracy, publicUrl },
    site: publicUrl ?? `http://localhost:${port}`,
    rateLimit: config.apiRateLimit,
  });
  const referral = createReferral({
    ...common,
    search: directory.search,
    byIds: directory.byIds,
    publicOrigin: publicUrl ?? originOf(config),
  });
  const practice = createPractice({
    ...{ ...common, hash },
    mac: confirmMac(secretKey),
    publicPage: (listing) => plainProfilePage(listing, toDay(clock.now())),
  });
  const vetting = createVetting({
    ...{ ...common, hash },
    origin,
    npiRegistry: config.nppesUrl === null ? null : openNppes({ url: config.nppesUrl }),
  });
  const routes = [
    ...directoryRoutes,
    ...referral.routes,
    ...createReports(common).routes,
    ...practice.routes,
    ...accuracyRoutes,
    // After the other pages of reviewers: it takes every address of one part below /review.
    ...vetting.routes,
    ...api.routes,
  ];
  return { routes, api: api.resources };
}
