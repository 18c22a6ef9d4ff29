import pino from 'pino';
import { randomId } from '../src/compose/ids.js';
import { openSearchServer, openStore } from '../src/compose.js';
import { ConfigError, processConfig } from '../src/config.js';
import { offsetClock } from '../src/domain/calendar.js';
import { runReindex } from './reindex/run-reindex.js';
import { createProgress } from './seed/progress.js';
import { runCommand } from './support/command.js';
import { noMore, readFlags } from './support/read-flags.js';

/* `npm run reindex`: the index on the search server anew from the store, while searches go on. */

const USAGE = `npm run reindex
  Builds the index on Meilisearch anew from the store, beside the one in use, and puts it in its place when it is whole.
  Safe to break off, and to run twice at once.`;

runCommand(
  () => USAGE,
  async (argv, signal) => {
    noMore(readFlags(argv, {}, USAGE).positionals, USAGE);
    const config = processConfig();
    if (config.meilisearch === null)
      throw new ConfigError(
        'MEILI_HOST is not set: without Meilisearch each process builds its index itself.',
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
