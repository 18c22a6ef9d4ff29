import pino from 'pino';
import { randomId } from '../src/compose/ids.js';
import { openSearchServer, openStore } from '../src/compose.js';
import { ConfigError, processConfig } from '../src/config.js';
import { offsetClock } from '../src/domain/calendar.js';
import { runReindex } from './reindex/run-reindex.js';
import { createProgress } from './seed/progress.js';
import { runCommand } from './support/command.js';
import { noArguments, readFlags } from './support/read-flags.js';

/* `npm run reindex`: rebuilds the index on the search server from the store, while searches continue. */

const USAGE = `npm run reindex
  Rebuilds the index on Meilisearch from the store beside the one in use, and swaps them when it is complete.
  Safe to interrupt, and to run twice at once.`;

runCommand(
  () => USAGE,
  async (argv, signal) => {
    noArguments(readFlags(argv, {}, USAGE).positionals, USAGE);
    const config = processConfig();
    if (config.meilisearch === null)
      throw new ConfigError(
        'MEILI_HOST is not set: without Meilisearch there is nothing to rebuild, as each process builds its own index.',
      );
    const clock = offsetClock(config.clockOffsetDays);
    const store = await openStore(config);
    try {
      const logger = pino({ level: config.logLevel }, pino.destination(2));
      const index = await openSearchServer(config, { clock, newId: randomId, logger });
      const progress = createProgress(process.stderr);
      await runReindex({
        store,
        index: index!,
        clock,
        holder: randomId(),
        say: console.log,
        progress,
        signal,
      });
      return 0;
    } finally {
      await store.close();
    }
  },
);
