import { erasureHash } from '../src/compose/erasure-hash.js';
import { openStore } from '../src/compose.js';
import { secretKey } from '../src/config/secret-key.js';
import { processConfig } from '../src/config.js';
import { offsetClock } from '../src/domain/calendar.js';
import { UsageError } from './seed/arguments.js';
import { createProgress } from './seed/progress.js';
import { runCommand } from './support/command.js';
import { readFlags } from './support/read-flags.js';
import { backup } from './transfer/backups.js';

/* `npm run backup`: a dated export in DATA_DIR/backups, and the oldest ones away. */

const USAGE = `npm run backup -- [--keep N]
  --keep N  how many backups stay, 1 to 10,000, the newest; 14 when nothing is said`;

runCommand(
  () => USAGE,
  async (argv, signal) => {
    const { values, positionals } = readFlags(argv, { keep: { type: 'string', default: '14' } }, USAGE);
    if (positionals.length > 0 || !/^[1-9]\d{0,3}$|^10000$/.test(values.keep)) throw new UsageError(USAGE);
    const config = processConfig();
    const store = await openStore(config);
    try {
      const done = await backup(config.dataDir, Number(values.keep), {
        store,
        hash: erasureHash(secretKey(config.dataDir, config.secretKey)),
        now: offsetClock(config.clockOffsetDays).now(),
        progress: createProgress(process.stderr),
        signal,
      });
      console.log(
        `Wrote ${done.therapists} therapists to ${done.file}, and ${done.records} other records; took ${done.removed.length} older away.`,
      );
      return 0;
    } finally {
      await store.close();
    }
  },
);
