import { openStore } from '../src/compose.js';
import { processConfig } from '../src/config.js';
import { offsetClock } from '../src/domain/calendar.js';
import { readReviewerArguments, USAGE } from './reviewer/arguments.js';
import { runReviewer } from './reviewer/run-reviewer.js';
import { runCommand } from './support/command.js';

/* `npm run reviewer`: who may vet. Works beside a server that runs; the next request of whoever was removed is refused. */

runCommand(
  () => USAGE,
  async (argv) => {
    const wish = readReviewerArguments(argv);
    const config = processConfig();
    const store = await openStore(config);
    try {
      const now = offsetClock(config.clockOffsetDays).now();
      const { lines, code } = await runReviewer({ wish, store, now });
      for (const line of lines) console.log(line);
      return code;
    } finally {
      await store.close();
    }
  },
);
