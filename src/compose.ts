import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { createSessions } from './account/sessions.js';
import { reckonAccuracy } from './accuracy/figures.js';
import { keptAccuracy } from './accuracy/kept.js';
import { accuracyRoutes } from './accuracy/routes.js';
import type { Config } from './config.js';
import { ensureDemo } from './demo/load-demo.js';
import { createCardFaces } from './directory/card-faces.js';
import { heldListings, storedListings } from './directory/listing-source.js';
import { directoryRoutes } from './directory/routes.js';
import { createDirectory } from './directory/service.js';
import { type Clock, toDay } from './domain/calendar.js';
import { engineFigures } from './engine-figures.js';
import { erasureHash } from './erasure-hash.js';
import type { Mailer } from './mail/mailer.js';
import { openOutbox } from './mail/outbox/open-outbox.js';
import { createReportDesk } from './reports/desk.js';
import { reportDeskRoutes } from './reports/desk-routes.js';
import { createTelling } from './reports/tell.js';
import { tellRoutes } from './reports/tell-routes.js';
import { type Counted, counted } from './search/counted.js';
import { createEmbeddedIndex, type EmbeddedIndex } from './search/embedded/embedded-index.js';
import { createFailoverIndex, type FailoverIndex } from './search/failover.js';
import type { SearchServer } from './search/search-server.js';
import { secretKey } from './secret-key.js';
import { openEmbeddedStore } from './storage/embedded/open-embedded-store.js';
import { type Store, StoreUnreachable } from './storage/store.js';
import { type Follower, followStore } from './upkeep/index-sync.js';
import { createServerSync, type ServerSync } from './upkeep/search-server-sync.js';
import { createSweeper, type Sweeper } from './upkeep/sweeper.js';
import { createTherapistClock, type TherapistClock } from './upkeep/therapist-clock.js';
import { openNppes } from './vetting/nppes/open-nppes.js';
import { vettingRoutes } from './vetting/routes.js';
import type { Answered } from './web/access-log.js';

import { createApp } from './web/app.js';
import { loadAssets } from './web/assets.js';
import type { Condition, Health } from './web/health.js';
import { createRenderer } from './web/layout.js';
import type { Figures } from './web/metrics.js';
import { createPageCache } from './web/page-cache.js';
import { compileViews } from './web/views.js';

/** The views and seed folders stand beside `dist`, in a checkout as in the image. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const SEED_FILE = join(ROOT, 'seed', 'therapists.jsonl');

/** How long to wait before a store that cannot be reached is tried again. */
const RETRY_MS = 2000;

export interface Tools {
  clock: Clock;
  newId: () => string;
  logger: Logger;
  /** Is told of every answer. */
  count?: (answer: Answered) => void;
}

/**
 * Opens the store that the settings choose; a server's client is loaded only when it is chosen.
 * @throws StoreRefused when it cannot be used. @throws StoreUnreachable when its server does not answer.
 */
export async function openStore(config: Pick<Config, 'dataDir' | 'mongodbUri'>): Promise<Store> {
  if (config.mongodbUri === null) return openEmbeddedStore({ file: join(config.dataDir, 'holdspace.db') });
  const { openMongoStore } = await import('./storage/mongo/open-mongo-store.js');
  return openMongoStore({ uri: config.mongodbUri });
}

/** The search server that the settings choose, or `null`. @throws SearchMisconfigured when address, key or version are wrong. */
export async function openSearchServer(
  { meilisearch }: Pick<Config, 'meilisearch'>,
  { clock, newId, logger }: Tools,
): Promise<SearchServer | null> {
  if (meilisearch === null) return null;
  const { openMeilisearchIndex } = await import('./search/meilisearch/open-meilisearch-index.js');
  return openMeilisearchIndex({ ...meilisearch, clock, newId, logger });
}

/** Where letters go: to the mail server that the settings name, or to the outbox. Reaches out for nothing until the first letter. */
export async function openMailer(
  { dataDir, smtp, mailFrom }: Pick<Config, 'dataDir' | 'smtp' | 'mailFrom'>,
  { clock, logger }: Pick<Tools, 'clock' | 'logger'>,
): Promise<Mailer> {
  if (smtp === null) return openOutbox({ folder: join(dataDir, 'outbox'), from: mailFrom, clock, logger });
  const { openSmtp } = await import('./mail/smtp/open-smtp.js');
  return openSmtp({ server: smtp, from: mailFrom, clock });
}

export interface Holdspace {
  app: Express;
  health: Health;
  /** Opens the engines, waiting for a store that cannot be reached yet. */
  open(): Promise<Store>;
  /** Opens the engines where that is not done, loads the demonstration where it is wanted, builds the index, and serves pages. */
  start(): Promise<void>;
  /** Takes up what was written since the last look, without waiting for the clock. */
  catchUp(): Promise<void>;
  /** Does what the clocks of the records have to do by now, without waiting for their next look. */
  runClocks(): Promise<void>;
  /** How the engines do, for monitoring. */
  figures(): Promise<Figures>;
  /** Stops the clocks and closes the engines. Requests must be done by then. */
  stop(): Promise<void>;
}

interface Engines {
  store: Store;
  follower: Follower;
  /** The index in this process. */
  own: Counted<EmbeddedIndex>;
  therapistClock: TherapistClock;
  /** `null` when there is no search server. */
  sync: ServerSync | null;
  /** `null` when searches are answered in this process alone. */
  failover: FailoverIndex | null;
  sweeper: Sweeper;
  close(): Promise<void>;
}

/** The only place that picks engines and builds services and the app. */
export function compose(config: Config, tools: Tools): Holdspace {
  const { clock, newId, logger } = tools;
  const health: Health = { phase: 'starting' };
  let engines: Engines | null = null;
  let fictional = config.demo;
  const views = compileViews(join(ROOT, 'views'));
  const assets = loadAssets(join(ROOT, 'views', 'assets'));
  const renderPage = createRenderer({ views, assets, publicUrl: config.publicUrl, demo: () => fictional });
  const https = config.publicUrl?.startsWith('https:') ?? false;
  const { app, serve } = createApp({
    assets,
    renderPage,
    health,
    report: () => conditionOf(engines),
    logger,
    newId,
    count: tools.count,
    https,
    trustProxy: config.trustProxy,
    rateLimit: config.rateLimit,
    demo: () => fictional,
  });

  async function openEngines(): Promise<Engines> {
    // The store first: it says in one sentence what is wrong with a folder that cannot be written to.
    const store = await storeWhenReachable(config, logger, () => health.phase === 'stopping');
    const key = secretKey(config.dataDir, config.secretKey);
    const server = await openSearchServer(config, tools);
    const own = counted(createEmbeddedIndex());
    const failover = server && createFailoverIndex({ primary: server, fallback: own, clock, logger });
    const index = failover ?? own;
    const held = config.mongodbUri === null ? null : heldListings(clock);
    const listings = held ?? storedListings(store.therapists, clock);
    const sync =
      server &&
      failover &&
      createServerSync({ store, index: server, failover, clock, logger, holder: newId() });
    const countDemo = async () => {
      sync?.nudge();
      fictional = (await store.therapists.count({ demo: true })) > 0;
    };
    const follower = followStore({
      store,
      index: own,
      clock,
      logger,
      ...(held && { hold: held.hold }),
      onChange: countDemo,
    });
    const therapistClock = createTherapistClock({ store, clock, newId, logger, holder: newId() });
    const directory = createDirectory({ listings, index, clock });
    const faces = createCardFaces(directory, views, clock);
    const cache = createPageCache(() => ({ directory: index.version(), day: toDay(clock.now()) }));
    const sessions = createSessions({ store, clock, newId, secretKey: key });
    const gate = { sessions, https, publicUrl: config.publicUrl, limits: config.rateLimit !== null };
    const tell = createTelling({ store, clock, newId, secretKey: key, nudge: () => undefined });
    const accuracy = keptAccuracy(() => reckonAccuracy({ store, index, clock }));
    const desk = createReportDesk({
      store,
      clock,
      newId,
      nudge: () => undefined,
      twoReviewers: config.twoReviewers,
    });
    serve(
      [
        ...directoryRoutes({ directory, faces, renderPage, clock }),
        ...tellRoutes({ listings, tell, renderPage }),
        ...reportDeskRoutes({ desk, listings, renderPage }),
        ...accuracyRoutes({ store, index, clock, accuracy, renderPage }),
        // After the other rooms of reviewers: it takes every address of one part below /review.
        ...vettingRoutes({
          store,
          index,
          clock,
          newId,
          renderPage,
          hash: erasureHash(key),
          twoReviewers: config.twoReviewers,
          npiRegistry: config.nppesUrl === null ? null : openNppes({ url: config.nppesUrl }),
          nudge: () => undefined,
        }),
      ],
      cache,
      gate,
    );
    const sweeper = createSweeper({ store, clock, logger, holder: newId() });
    return {
      store,
      follower,
      own,
      failover,
      therapistClock,
      sync,
      sweeper,
      async close() {
        await sweeper.stop();
        await therapistClock.stop();
        await sync?.stop();
        await follower.stop();
        await index.close();
        await store.close();
      },
    };
  }

  async function open(): Promise<Store> {
    engines ??= await openEngines();
    return engines.store;
  }

  return {
    app,
    health,
    open,
    async start() {
      const { therapists } = await open();
      if (config.demo) await ensureDemo({ store: therapists, file: SEED_FILE, now: clock.now() });
      fictional = (await therapists.count({ demo: true })) > 0;
      await engines?.follower.start();
      engines?.sync?.start();
      engines?.sweeper.start();
      engines?.therapistClock.start();
      // Not when the stop was asked for meanwhile.
      if (health.phase === 'starting') health.phase = 'serving';
    },
    catchUp: async () => engines?.follower.catchUp(),
    runClocks: async () => engines?.therapistClock.tick(),
    figures: () => engineFigures(engines, clock),
    stop: async () => engines?.close(),
  };
}

/** Waits for a store whose server is not there yet, with one line in the log; gives up only when the stop is asked for. */
async function storeWhenReachable(config: Config, logger: Logger, stopping: () => boolean): Promise<Store> {
  for (let told = false; ; told = true) {
    try {
      return await openStore(config);
    } catch (error) {
      if (!(error instanceof StoreUnreachable) || stopping()) throw error;
      if (!told) logger.error({ err: error }, 'waiting for the store');
      await pause(RETRY_MS);
    }
  }
}

async function conditionOf(engines: Engines | null): Promise<Condition> {
  if (engines === null) return { store: 'waiting', search: 'waiting', degraded: ['store'] };
  const store = await engines.store.ping().then(
    () => 'ok',
    () => 'unreachable',
  );
  const usesOwn = engines.failover?.health().using === 'fallback';
  const degraded = [...(store === 'ok' ? [] : ['store']), ...(usesOwn ? ['search'] : [])];
  return { store, search: usesOwn ? 'answered in this process' : 'ok', degraded };
}
