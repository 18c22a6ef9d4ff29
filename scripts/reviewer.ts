import { openStore } from '../src/compose.js';
import { processConfig } from '../src/config.js';
import { offsetClock } from '../src/domain/calendar.js';
import { readReviewerArguments, USAGE } from './reviewer/arguments.js';
import { runReviewer } from './reviewer/run-reviewer.js';
import { runCommand } from './support/command.js';

/* `npm run reviewer`: manages the reviewers. Works while the server runs, which refuses the next request of a removed reviewer. */

runCommand(
  () => USAGE,
  async (argv) => {
    const command = readReviewerArguments(argv);
    const config = processConfig();
    const store = await openStore(config);
    try {
      const now = offsetClock(config.clockOffsetDays).now();
      const { lines, code } = await runReviewer({ command, store, now });
      for (const line of lines) console.log(line);
      return code;
    } finally {
      await store.close();
    }
  },
);
