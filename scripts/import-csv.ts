import { erasureHash } from '../src/compose/erasure-hash.js';
import { randomId } from '../src/compose/ids.js';
import { openStore } from '../src/compose.js';
import { secretKey } from '../src/config/secret-key.js';
import { processConfig } from '../src/config.js';
import { offsetClock } from '../src/domain/calendar.js';
import { StoreUnreachable } from '../src/storage/store.js';
import { encodings } from './csv/encoding.js';
import { readMap } from './csv/map.js';
import { csvReportWords, emptyReport, isWholeReport } from './csv/report.js';
import { runCsvImport } from './csv/run-csv-import.js';
import { fullUsage, USAGE } from './csv/usage.js';
import { UsageError } from './seed/arguments.js';
import { createProgress } from './seed/progress.js';
import { runCommand } from './support/command.js';
import { onlyFile, readFlags } from './support/read-flags.js';

/* `npm run import:csv -- FILE --map MAP`: imports a spreadsheet as drafts and invitations into the configured store. */

const flags = {
  map: { type: 'string' },
  'dry-run': { type: 'boolean' },
  encoding: { type: 'string' },
} as const;

runCommand(fullUsage, async (argv, signal) => {
  const { values, positionals } = readFlags(argv, flags, USAGE);
  const file = onlyFile(positionals, USAGE);
  if (!values.map) throw new UsageError(`--map is missing.\n\n${USAGE}`);
  const encoding = encodings.find((one) => one === values.encoding) ?? null;
  if (values.encoding !== undefined && encoding === null)
    throw new UsageError(`--encoding must be one of ${encodings.join(', ')}.`);
  const map = await readMap(values.map);
  const dryRun = values['dry-run'] ?? false;
  const config = processConfig();
  const store = await openStore(config);
  const report = emptyReport();
  try {
    await runCsvImport({ file, map, encoding, dryRun }, report, {
      store,
      hash: erasureHash(secretKey(config.dataDir, config.secretKey)),
      now: offsetClock(config.clockOffsetDays).now(),
      newId: randomId,
      progress: createProgress(process.stderr, 'rows'),
      // On a terminal this line holds the progress bar, which is drawn again below.
      complain: (text) => process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[K' : ''}${text}\n`),
      signal,
    });
    return isWholeReport(report) ? 0 : 1;
  } catch (error) {
    if (error instanceof StoreUnreachable && report.total !== null)
      console.error(
        'The store stopped answering. The counts below are stored; run the same command again to continue.',
      );
    throw error;
  } finally {
    for (const line of csvReportWords(report, dryRun)) console.log(line);
    await store.close();
  }
});
