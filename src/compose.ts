import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { createSessions } from './account/sessions.js';
import { createClocks } from './compose/clocks.js';
import { conditionOf } from './compose/condition.js';
import { featureRoutes } from './compose/features.js';
import { openListings } from './compose/listings.js';
import { storeWhenReachable } from './compose/open-engines.js';
import type { Tools } from './compose/tools.js';
import type { Config } from './config.js';
import { type DemoFiles, ensureDemo } from './demo/load-demo.js';
import { toDay } from './domain/calendar.js';
import { engineFigures } from './engine-figures.js';
import { secretKey } from './secret-key.js';
import type { Store } from './storage/store.js';
import { createApp } from './web/app.js';
import { loadAssets } from './web/assets.js';
import type { Health } from './web/health.js';
import { createRenderer } from './web/layout.js';
import type { Figures } from './web/metrics.js';
import { createPageCache } from './web/page-cache.js';
import { compileViews } from './web/views.js';

export { openMailer, openSearchServer, openStore } from './compose/open-engines.js';
export type { Tools } from './compose/tools.js';

/** The views and seed folders stand beside `dist`, in a checkout as in the image. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const SEED_FILES: DemoFiles = {
  therapists: join(ROOT, 'seed', 'therapists.jsonl'),
  applications: join(ROOT, 'seed', 'applications.jsonl'),
  reports: join(ROOT, 'seed', 'reports.json'),
};

export interface Holdspace {
  app: Express;
  health: Health;
  /** Opens the engines, waiting for a store that cannot be reached yet. */
  open(): Promise<Store>;
  /** Opens the engines where that is not done, loads the demonstration where it is wanted, builds the index, and serves pages. */
  start(): Promise<void>;
  /** Takes up what was written since the last look, without waiting for the clock. */
  catchUp(): Promise<void>;
  /** Does what the clocks have to do by now, without waiting for their next look. */
  runClocks(): Promise<void>;
  /** How the engines do, for monitoring. */
  figures(): Promise<Figures>;
  /** Stops the clocks and closes the engines. Requests must be done by then. */
  stop(): Promise<void>;
}

type Opened = Awaited<ReturnType<typeof openListings>> & { clocks: ReturnType<typeof createClocks> };

/** The only place, with its folder, that picks engines and builds services and the app. */
export function compose(config: Config, tools: Tools): Holdspace {
  const { clock, newId, logger } = tools;
  const health: Health = { phase: 'starting' };
  let opened: Opened | null = null;
  let fictional = config.demo;
  const views = compileViews(join(ROOT, 'views'));
  const assets = loadAssets(join(ROOT, 'views', 'assets'));
  const renderPage = createRenderer({ views, assets, publicUrl: config.publicUrl, demo: () => fictional });
  const https = config.publicUrl?.startsWith('https:') ?? false;
  const { app, serve } = createApp({
    assets,
    renderPage,
    health,
    report: () => conditionOf(opened),
    logger,
    newId,
    count: tools.count,
    https,
    trustProxy: config.trustProxy,
    rateLimit: config.rateLimit,
    demo: () => fictional,
  });

  async function openAll(): Promise<Opened> {
    // The store first: it says in one sentence what is wrong with a folder that cannot be written to.
    const store = await storeWhenReachable(config, logger, () => health.phase === 'stopping');
    const key = secretKey(config.dataDir, config.secretKey);
    const countDemo = async () => {
      fictional = (await store.therapists.count({ demo: true })) > 0;
    };
    const found = await openListings(config, tools, store, countDemo);
    const clocks = createClocks(store, tools, key);
    const cache = createPageCache(() => ({ directory: found.index.version(), day: toDay(clock.now()) }));
    const sessions = createSessions({ store, clock, newId, secretKey: key });
    const gate = { sessions, https, publicUrl: config.publicUrl, limits: config.rateLimit !== null };
    const nudge = () => undefined;
    const routes = featureRoutes({
      ...{ config, found, views, renderPage, clock, newId, nudge },
      secretKey: key,
    });
    serve(routes, cache, gate);
    return { ...found, clocks };
  }

  async function open(): Promise<Store> {
    opened ??= await openAll();
    return opened.store;
  }

  return {
    app,
    health,
    open,
    async start() {
      const store = await open();
      if (config.demo) await ensureDemo({ store, files: SEED_FILES, now: clock.now() });
      fictional = (await store.therapists.count({ demo: true })) > 0;
      await opened?.start();
      opened?.clocks.start();
      // Not when the stop was asked for meanwhile.
      if (health.phase === 'starting') health.phase = 'serving';
    },
    catchUp: async () => opened?.follower.catchUp(),
    runClocks: async () => opened?.clocks.run(),
    figures: () => engineFigures(opened, clock),
    async stop() {
      await opened?.clocks.stop();
      await opened?.stop();
      await opened?.store.close();
    },
  };
}
