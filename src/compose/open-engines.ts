import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { createStateLog } from '../jobs/state-log.js';
import type { Mailer } from '../mail/mailer.js';
import { openOutbox } from '../mail/outbox/open-outbox.js';
import type { SearchServer } from '../search/search-server.js';
import { openEmbeddedStore } from '../storage/embedded/open-embedded-store.js';
import { type Store, StoreUnreachable } from '../storage/store.js';
import type { ProgramDeps } from './deps.js';

/** How long to wait before the next try when the store cannot be reached. */
const RETRY_MS = 2000;

/**
 * Opens the store that the settings choose; a server's client is loaded only when it is chosen.
 * @throws StoreRefused when it cannot be used. @throws StoreUnreachable when its server does not answer.
 */
export async function openStore(config: Pick<Config, 'dataDir' | 'mongodbUri'>): Promise<Store> {
  if (config.mongodbUri === null) return openEmbeddedStore({ file: join(config.dataDir, 'holdspace.db') });
  const { openMongoStore } = await import('../storage/mongo/open-mongo-store.js');
  return openMongoStore({ uri: config.mongodbUri });
}

/** The search server that the settings choose, or `null`. @throws SearchMisconfigured when address, key or version are wrong. */
export async function openSearchServer(
  { meilisearch }: Pick<Config, 'meilisearch'>,
  { clock, newId, logger }: ProgramDeps,
): Promise<SearchServer | null> {
  if (meilisearch === null) return null;
  const { openMeilisearchIndex } = await import('../search/meilisearch/open-meilisearch-index.js');
  return openMeilisearchIndex({ ...meilisearch, clock, newId, logger });
}

/** Where emails go: to the mail server in the settings, or to the outbox. Connects to nothing before the first email. */
export async function openMailer(
  { dataDir, smtp, mailFrom }: Pick<Config, 'dataDir' | 'smtp' | 'mailFrom'>,
  { clock, logger }: Pick<ProgramDeps, 'clock' | 'logger'>,
): Promise<Mailer> {
  if (smtp === null) return openOutbox({ folder: join(dataDir, 'outbox'), from: mailFrom, clock, logger });
  const { openSmtp } = await import('../mail/smtp/open-smtp.js');
  return openSmtp({ server: smtp, from: mailFrom, clock });
}

/** Waits for a store whose server does not answer yet, with one line in the log. Gives up only when the stop is asked for. */
export async function storeWhenReachable(
  config: Config,
  logger: Logger,
  stopping: () => boolean,
): Promise<Store> {
  const failing = () => 'waiting for the store';
  const state = createStateLog({ logger, subsystem: 'start', failing });
  for (;;) {
    try {
      return await openStore(config);
    } catch (error) {
      if (!(error instanceof StoreUnreachable) || stopping()) throw error;
      state.failed(error, RETRY_MS);
      await pause(RETRY_MS);
    }
  }
}
