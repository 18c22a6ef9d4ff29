import { openStore } from '../src/compose.js';
import { processConfig } from '../src/config.js';
import { offsetClock } from '../src/domain/calendar.js';
import { createProgress } from './seed/progress.js';
import { runCommand } from './support/command.js';
import { readFlags, theFile } from './support/read-flags.js';
import { exportTo } from './transfer/export-to.js';

/* `npm run export -- FILE`: every record of the store that the settings name, into one file. */

const USAGE = `npm run export -- FILE
  FILE  where to write it, e.g. therapists.ndjson; packed when the name ends in .gz`;

runCommand(async (argv, signal) => {
  const file = theFile(readFlags(argv, {}, USAGE).positionals, USAGE);
  const config = processConfig();
  const store = await openStore(config);
  try {
    const count = await exportTo(file, {
      store: store.therapists,
      now: offsetClock(config.clockOffsetDays).now(),
      progress: createProgress(process.stderr),
      signal,
    });
    console.log(`Wrote ${count} therapists to ${file}.`);
    return 0;
  } finally {
    await store.close();
  }
});
