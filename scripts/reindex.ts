import pino from 'pino';
import { openSearchServer, openStore } from '../src/compose.js';
import { type Config, ConfigError, processConfig } from '../src/config.js';
import { offsetClock } from '../src/domain/calendar.js';
import { randomId } from '../src/ids.js';
import { SearchMisconfigured, SearchUnavailable } from '../src/search/search-index.js';
import { StoreRefused, StoreUnreachable } from '../src/storage/store.js';
import { runReindex } from './reindex/run-reindex.js';
import { createProgress } from './seed/progress.js';

/* `npm run reindex`: the index on the search server anew from the store, while searches go on. */

/** What a person can mend: told in a line, without a stack. */
const expected = [ConfigError, StoreRefused, StoreUnreachable, SearchMisconfigured, SearchUnavailable];

async function main(config: Config): Promise<void> {
  if (config.meilisearch === null)
    throw new ConfigError('MEILI_HOST is not set: without Meilisearch each process builds its index itself.');
  const clock = offsetClock(config.clockOffsetDays);
  const store = await openStore(config);
  try {
    const logger = pino({ level: config.logLevel }, pino.destination(2));
    const index = await openSearchServer(config, { clock, newId: randomId, logger });
    const progress = createProgress(process.stderr);
    const signal = interruption();
    await runReindex({ store, index: index!, clock, holder: randomId(), say: console.log, progress, signal });
  } finally {
    await store.close();
  }
}

function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      controller.abort();
      process.exitCode = signal === 'SIGINT' ? 130 : 143;
    });
  return controller.signal;
}

Promise.resolve()
  .then(() => main(processConfig()))
  .catch((error: unknown) => {
    if (!expected.some((kind) => error instanceof kind)) throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  });
