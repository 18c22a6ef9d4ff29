import { erasureHash } from '../src/compose/erasure-hash.js';
import { openStore } from '../src/compose.js';
import { secretKey } from '../src/config/secret-key.js';
import { processConfig } from '../src/config.js';
import { createProgress } from './seed/progress.js';
import { runCommand } from './support/command.js';
import { readFlags, theFile } from './support/read-flags.js';
import { importWords, isComplete } from './transfer/report-words.js';
import { runImport } from './transfer/run-import.js';

/* `npm run import -- FILE`: what an export holds, into the store that the settings name. */

const USAGE = `npm run import -- FILE [--replace] [--strict]
  FILE       an export or a backup, packed when its name ends in .gz
  --replace  a record that is there and differs gives way to the one in the file, and
             who has left, as the file says, is removed
  --strict   stop at the first line that cannot be taken`;

runCommand(
  () => USAGE,
  async (argv, signal) => {
    const flags = { replace: { type: 'boolean' }, strict: { type: 'boolean' } } as const;
    const { values, positionals } = readFlags(argv, flags, USAGE);
    const file = theFile(positionals, USAGE);
    const config = processConfig();
    const store = await openStore(config);
    const progress = createProgress(process.stderr);
    try {
      const wish = { replace: values.replace ?? false, strict: values.strict ?? false };
      const report = await runImport(file, wish, {
        store,
        hash: erasureHash(secretKey(config.dataDir, config.secretKey)),
        progress,
        // On a terminal the bar stands in this line; it is drawn again below.
        complain: (text) => process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[K' : ''}${text}\n`),
        signal,
      });
      for (const line of importWords(report)) console.log(line);
      return isComplete(report) ? 0 : 1;
    } finally {
      progress.stop();
      await store.close();
    }
  },
);
