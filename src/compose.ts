import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { conditionOf } from './compose/condition.js';
import type { ProgramDeps } from './compose/deps.js';
import { engineFigures } from './compose/engine-figures.js';
import { createFeatures } from './compose/features.js';
import type { Holdspace } from './compose/holdspace.js';
import { createJobs } from './compose/jobs.js';
import { openListings } from './compose/listings.js';
import { openMail } from './compose/mail.js';
import { storeWhenReachable } from './compose/open-engines.js';
import { secretKey } from './config/secret-key.js';
import type { Config } from './config.js';
import { type DemoFiles, ensureDemo } from './demo/load-demo.js';
import { offsetClock, toDay } from './domain/calendar.js';
import type { MailWorker } from './jobs/mail-worker.js';
import type { Store } from './storage/store.js';
import { createApp } from './web/app.js';
import { loadAssets } from './web/assets.js';
import type { Health } from './web/health.js';
import { createRenderer } from './web/layout.js';
import { createPageCache } from './web/page-cache.js';
import type { AnyRoute } from './web/route.js';
import { compileViews } from './web/views.js';

export type { ProgramDeps } from './compose/deps.js';
export type { Holdspace } from './compose/holdspace.js';
export { openMailer, openSearchServer, openStore } from './compose/open-engines.js';

/** The views and seed folders are beside `dist`, in a checkout as in the image. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const SEED_FILES: DemoFiles = {
  therapists: join(ROOT, 'seed', 'therapists.jsonl'),
  applications: join(ROOT, 'seed', 'applications.jsonl'),
  reports: join(ROOT, 'seed', 'reports.json'),
};

/** Compiles the views of the program. */
export const compileOwnViews = () => compileViews(join(ROOT, 'views'));

/** Bytes of answers of the API that are cached. */
const API_CACHE_BYTES = 16 * 1024 * 1024;

type Opened = Awaited<ReturnType<typeof openListings>> & {
  jobs: ReturnType<typeof createJobs>;
  mailWorker: MailWorker;
  routes: readonly AnyRoute[];
};

/** Picks engines and builds services and the app. Only this file and its folder do. */
export function compose(config: Config, deps: ProgramDeps): Holdspace {
  const { clock, newId, logger } = deps;
  const health: Health = { phase: 'starting' };
  let opened: Opened | null = null;
  let fictional = config.demo;
  let origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const { views = compileOwnViews() } = deps;
  const assets = loadAssets(join(ROOT, 'views', 'assets'));
  const renderPage = createRenderer({ views, assets, publicUrl: config.publicUrl, demo: () => fictional });
  const https = config.publicUrl?.startsWith('https:') ?? false;
  const { app, serve, serveApi } = createApp({
    assets,
    renderPage,
    health,
    report: () => conditionOf(opened),
    logger,
    newId,
    count: deps.count,
    https,
    trustProxy: config.trustProxy,
    rateLimit: config.rateLimit,
    apiRateLimit: config.apiRateLimit,
    publicUrl: config.publicUrl,
    demo: () => fictional,
  });

  async function openAll(): Promise<Opened> {
    // The store first: its error says in one sentence what is wrong with a folder that cannot be written to.
    const store = await storeWhenReachable(config, logger, () => health.phase === 'stopping');
    const key = secretKey(config.dataDir, config.secretKey);
    const countDemo = async () => {
      fictional = (await store.therapists.count({ demo: true })) > 0;
    };
    const found = await openListings(config, deps, store, countDemo);
    const jobs = createJobs(store, deps, key);
    const edition = () => ({ directory: found.index.version(), day: toDay(clock.now()) });
    const { account, mailWorker } = await openMail({
      ...{ config, deps, store, renderPage },
      secretKey: key,
      origin: () => origin,
    });
    const auth = {
      sessions: account.sessions,
      https,
      publicUrl: config.publicUrl,
      limits: config.rateLimit !== null,
    };
    const { routes: features, api } = createFeatures({
      ...{ config, found, views, renderPage, clock, newId },
      secretKey: key,
      demo: () => fictional,
      origin: () => origin,
      nudge: mailWorker.nudge,
    });
    const routes = [...features, ...account.routes];
    serve(routes, createPageCache(edition), auth);
    // A cache of its own, so that a program that reads everything does not push out the pages that people read.
    serveApi(api, createPageCache(edition, API_CACHE_BYTES));
    return { ...found, jobs, mailWorker, routes };
  }

  async function open(): Promise<Store> {
    opened ??= await openAll();
    return opened.store;
  }

  return {
    app,
    health,
    open,
    async start(address) {
      origin = config.publicUrl ?? address ?? origin;
      const store = await open();
      // Dated by the real day: with a clock set ahead, the demonstration grows old like any other record.
      const { now } = offsetClock(-config.clockOffsetDays, clock);
      if (config.demo) await ensureDemo({ store, files: SEED_FILES, now: now() });
      fictional = (await store.therapists.count({ demo: true })) > 0;
      await opened?.start();
      opened?.jobs.start();
      opened?.mailWorker.start();
      // Not after a stop was asked for meanwhile.
      if (health.phase === 'starting') health.phase = 'serving';
    },
    routes: () => opened?.routes ?? [],
    catchUp: async () => opened?.follower.catchUp(),
    runJobs: async () => opened?.jobs.run(),
    sendEmails: async () => opened?.mailWorker.tick(),
    figures: () => engineFigures(opened, clock),
    async stop() {
      await opened?.jobs.stop();
      await opened?.mailWorker.stop();
      await opened?.stop();
      await opened?.store.close();
    },
  };
}
