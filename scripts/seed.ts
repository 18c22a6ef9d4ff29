import { openStore, SEED_FILES } from '../src/compose.js';
import { ConfigError, processConfig } from '../src/config.js';
import { SeedRefused } from '../src/demo/read-seeds.js';
import { offsetClock } from '../src/domain/calendar.js';
import { Conflict, StoreRefused } from '../src/storage/store.js';
import { readArguments, UsageError } from './seed/arguments.js';
import { createProgress } from './seed/progress.js';
import { runSeed } from './seed/run-seed.js';

/* `npm run seed`: fictional therapists into the store that the settings name, or out of it. */

/** What a person can mend: told in a line, without a stack. */
const expected = [UsageError, ConfigError, SeedRefused, StoreRefused, Conflict];

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2));
  const config = processConfig();
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      interruption.abort();
      process.exitCode = signal === 'SIGINT' ? 130 : 143;
    });
  const store = await openStore(config);
  try {
    await runSeed(args, {
      store,
      files: SEED_FILES,
      now: offsetClock(config.clockOffsetDays).now(),
      production: config.production,
      say: console.log,
      progress: createProgress(process.stderr),
      signal: interruption.signal,
    });
  } finally {
    await store.close();
  }
}

main().catch((error: unknown) => {
  if (!expected.some((kind) => error instanceof kind)) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
});
