import { erasureHash } from '../src/compose/erasure-hash.js';
import { openStore } from '../src/compose.js';
import { secretKey } from '../src/config/secret-key.js';
import { processConfig } from '../src/config.js';
import { offsetClock } from '../src/domain/calendar.js';
import { createProgress } from './seed/progress.js';
import { runCommand } from './support/command.js';
import { onlyFile, readFlags } from './support/read-flags.js';
import { exportTo } from './transfer/export-to.js';

/* `npm run export -- FILE`: writes every record of the configured store to one file. */

const USAGE = `npm run export -- FILE
  FILE  the file to write, e.g. holdspace.ndjson; compressed when the name ends in .gz`;

runCommand(
  () => USAGE,
  async (argv, signal) => {
    const file = onlyFile(readFlags(argv, {}, USAGE).positionals, USAGE);
    const config = processConfig();
    const store = await openStore(config);
    try {
      const { therapists, records } = await exportTo(file, {
        store,
        hash: erasureHash(secretKey(config.dataDir, config.secretKey)),
        now: offsetClock(config.clockOffsetDays).now(),
        progress: createProgress(process.stderr),
        signal,
      });
      console.log(`Wrote ${therapists} therapists to ${file}, and ${records} other records.`);
      return 0;
    } finally {
      await store.close();
    }
  },
);
