import type { Store } from '../../src/storage/store.js';
import type { Progress } from '../seed/progress.js';
import { createErasureCheck, erasuresIn, findErasedRecords } from './erased.js';
import { type Header, keyMark } from './format.js';
import { type Outcome, putBatch, type Wanted } from './put-batch.js';
import { putRecord } from './put-record.js';
import { type ExportItem, readExport } from './read-export.js';

export interface ImportTools {
  store: Store;
  /** Makes the hashes of erasures. */
  hash: (text: string) => string;
  progress: Progress;
  /** Called for each line that was refused, or skipped for an erasure. */
  complain: (text: string) => void;
  signal: AbortSignal;
}

export interface ImportOptions {
  replace: boolean;
  /** Whether to stop at the first bad line. */
  strict: boolean;
}

interface Counts {
  added: number;
  skipped: number;
  replaced: number;
}

export interface ImportReport extends Counts {
  /** The outcome for everything but therapists. */
  records: Counts;
  refused: number;
  /** Therapists who have left and were skipped. */
  erased: number;
  /** Stored therapists who have left according to the file, and were removed. */
  removed: number;
  /**
   * `cut`: there is no closing line. `altered`: the closing line does not match. `stopped`: on an interrupt, or
   * for `strict`.
   */
  file: 'whole' | 'cut' | 'altered' | 'stopped';
}

const BATCH = 500;

/**
 * Imports an export line by line, with one batch in memory. Everything read is stored, so the import can be run
 * again and skips what is stored. Skips therapists who have left according to the store or the file.
 * @throws FileRefused when the file cannot be read, or is not an export that this program knows.
 */
export async function runImport(
  file: string,
  options: ImportOptions,
  tools: ImportTools,
): Promise<ImportReport> {
  const { store, hash, progress, signal } = tools;
  const report = emptyReport();
  const erasureLines = await erasuresIn(file);
  const hasLeft = await createErasureCheck(store, erasureLines, hash);
  let batch: Wanted[] = [];
  let therapists = 0;

  function refuse(line: number, problem: string): void {
    report.refused += 1;
    tools.complain(`Line ${line}: ${problem}`);
  }

  function countOutcome(outcome: Outcome, counts: Counts): void {
    if (outcome.done === 'refused') refuse(outcome.line, outcome.problem);
    else counts[outcome.done] += 1;
  }

  async function flush(): Promise<void> {
    const outcomes = await putBatch(batch, { ...options, store: store.therapists });
    batch = [];
    for (const outcome of outcomes) countOutcome(outcome, report);
    progress.at(therapists);
  }

  function queue(wanted: Wanted): void {
    therapists += 1;
    if (!hasLeft(wanted.therapist)) return void batch.push(wanted);
    report.erased += 1;
    tools.complain(`Line ${wanted.line}: skipped, because this therapist has left.`);
  }

  async function begin(header: Header): Promise<void> {
    progress.start(header.therapists);
    if (erasureLines.length > 0 && header.key !== keyMark(hash)) tools.complain(OTHER_KEY);
    for await (const { line, id } of findErasedRecords(store, erasureLines, hash)) {
      if (options.replace) await store.therapists.remove(id);
      if (options.replace) report.removed += 1;
      else refuse(line, `${id} is stored and has left according to this line; --replace removes them.`);
    }
  }

  async function importItem(item: ExportItem): Promise<void> {
    if (item.what === 'header') await begin(item.header);
    else if (item.what === 'problem') refuse(item.line, item.problem);
    else if (item.what === 'end') report.file = item.fits ? 'whole' : 'altered';
    else if (item.what === 'therapist') queue(item.wanted);
    else countOutcome(await putRecord(item.wanted, store, options), report.records);
  }

  const mustStop = () => signal.aborted || (options.strict && report.refused > 0);

  for await (const item of readExport(file)) {
    await importItem(item);
    if (batch.length >= BATCH) await flush();
    if (mustStop() && report.file === 'cut') {
      report.file = 'stopped';
      break;
    }
  }
  await flush();
  progress.stop();
  return report;
}

const OTHER_KEY =
  'The erasures in this file were made with another SECRET_KEY, so they match no one: set the SECRET_KEY they were made with.';

function emptyReport(): ImportReport {
  const none = { added: 0, skipped: 0, replaced: 0 };
  return { ...none, records: { ...none }, refused: 0, erased: 0, removed: 0, file: 'cut' };
}
