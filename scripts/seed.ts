import { openStore, SEED_FILES } from '../src/compose.js';
import { processConfig } from '../src/config.js';
import { readArguments, USAGE } from './seed/arguments.js';
import { createProgress } from './seed/progress.js';
import { runSeed } from './seed/run-seed.js';
import { runCommand } from './support/command.js';

/* `npm run seed`: adds fictional therapists to the configured store, or removes them. */

runCommand(
  () => USAGE,
  async (argv, signal) => {
    const args = readArguments(argv);
    const config = processConfig();
    const store = await openStore(config);
    try {
      await runSeed(args, {
        store,
        files: SEED_FILES,
        now: new Date(),
        production: config.production,
        say: console.log,
        progress: createProgress(process.stderr),
        signal,
      });
      return 0;
    } finally {
      await store.close();
    }
  },
);
