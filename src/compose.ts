import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import { ensureDemo } from './demo/load-demo.js';
import { createCardFaces } from './directory/card-faces.js';
import { directoryRoutes } from './directory/routes.js';
import { createDirectory } from './directory/service.js';
import { type Clock, toDay } from './domain/calendar.js';
import { createEmbeddedIndex } from './search/embedded/embedded-index.js';
import { secretKey } from './secret-key.js';
import { openEmbeddedStore } from './storage/embedded/open-embedded-store.js';
import type { Store } from './storage/store.js';
import { followStore } from './upkeep/index-sync.js';
import { createApp } from './web/app.js';
import { loadAssets } from './web/assets.js';
import type { Health } from './web/health.js';
import { createRenderer } from './web/layout.js';
import { createPageCache } from './web/page-cache.js';
import { compileViews } from './web/views.js';

/** The views and seed folders stand beside `dist`, in a checkout as in the image. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const SEED_FILE = join(ROOT, 'seed', 'therapists.jsonl');

export interface Tools {
  clock: Clock;
  newId: () => string;
  logger: Logger;
}

/** Opens the store that the settings choose. @throws StoreRefused when it cannot be used. */
export async function openStore(config: Pick<Config, 'dataDir'>): Promise<Store> {
  return openEmbeddedStore({ file: join(config.dataDir, 'holdspace.db') });
}

export interface Holdspace {
  app: Express;
  store: Store;
  health: Health;
  /** Loads the demonstration where it is wanted, builds the index, and serves pages from then on. */
  start(): Promise<void>;
  /** Takes up what was written since the last look, without waiting for the clock. */
  catchUp(): Promise<void>;
  /** Stops the clocks and closes the engines. Requests must be done by then. */
  stop(): Promise<void>;
}

/** The only place that picks engines and builds services and the app. */
export async function compose(config: Config, { clock, newId, logger }: Tools): Promise<Holdspace> {
  // The store first: it says in one sentence what is wrong with a folder that cannot be written to.
  const store = await openStore(config);
  secretKey(config.dataDir, config.secretKey);
  const index = createEmbeddedIndex();
  const health: Health = { phase: 'starting' };
  let fictional = config.demo;
  const countDemo = async () => {
    fictional = (await store.therapists.count({ demo: true })) > 0;
  };
  const follower = followStore({ store, index, clock, logger, onChange: countDemo });
  const views = compileViews(join(ROOT, 'views'));
  const assets = loadAssets(join(ROOT, 'views', 'assets'));
  const renderPage = createRenderer({ views, assets, publicUrl: config.publicUrl, demo: () => fictional });
  const directory = createDirectory({ therapists: store.therapists, index, clock });
  const faces = createCardFaces(directory, views, clock);
  const cache = createPageCache(() => ({ directory: index.version(), day: toDay(clock.now()) }));
  const app = createApp({
    routes: directoryRoutes({ directory, faces, renderPage, clock }),
    assets,
    renderPage,
    cache,
    health,
    logger,
    newId,
    ping: () => store.ping(),
    https: config.publicUrl?.startsWith('https:') ?? false,
    trustProxy: config.trustProxy,
    rateLimit: config.rateLimit,
    demo: () => fictional,
  });
  return {
    app,
    store,
    health,
    async start() {
      if (config.demo) await ensureDemo({ store: store.therapists, file: SEED_FILE, now: clock.now() });
      await countDemo();
      await follower.start();
      // Not when the stop was asked for meanwhile.
      if (health.phase === 'starting') health.phase = 'serving';
    },
    catchUp: () => follower.catchUp(),
    async stop() {
      await follower.stop();
      await index.close();
      await store.close();
    },
  };
}
