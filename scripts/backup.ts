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

/* `npm run backup`: writes a dated export to DATA_DIR/backups, and deletes the oldest ones. */

const USAGE = `npm run backup -- [--keep N]
  --keep N  how many of the newest backups to keep, 1 to 10,000; default 14`;

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
        `Wrote ${done.therapists} therapists to ${done.file}, and ${done.records} other records; deleted ${done.removed.length} older backups.`,
      );
      return 0;
    } finally {
      await store.close();
    }
  },
);
