import { erasureHash } from '../src/compose/erasure-hash.js';
import { openStore } from '../src/compose.js';
import { secretKey } from '../src/config/secret-key.js';
import { processConfig } from '../src/config.js';
import { createProgress } from './seed/progress.js';
import { runCommand } from './support/command.js';
import { onlyFile, readFlags } from './support/read-flags.js';
import { importWords, isComplete } from './transfer/report-words.js';
import { runImport } from './transfer/run-import.js';

/* `npm run import -- FILE`: imports an export into the configured store. */

const USAGE = `npm run import -- FILE [--replace] [--strict]
  FILE       an export or a backup, compressed when its name ends in .gz
  --replace  replace records that differ from the file, and remove therapists who have
             left according to the file
  --strict   stop at the first line that is refused`;

runCommand(
  () => USAGE,
  async (argv, signal) => {
    const flags = { replace: { type: 'boolean' }, strict: { type: 'boolean' } } as const;
    const { values, positionals } = readFlags(argv, flags, USAGE);
    const file = onlyFile(positionals, USAGE);
    const config = processConfig();
    const store = await openStore(config);
    const progress = createProgress(process.stderr);
    try {
      const options = { replace: values.replace ?? false, strict: values.strict ?? false };
      const report = await runImport(file, options, {
        store,
        hash: erasureHash(secretKey(config.dataDir, config.secretKey)),
        progress,
        // On a terminal this line holds the progress bar, which is drawn again below.
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
