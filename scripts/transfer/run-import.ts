import type { Store } from '../../src/storage/store.js';
import type { Progress } from '../seed/progress.js';
import { erasuresIn, leftBehind, whoLeft } from './erased.js';
import { type Header, keyMark } from './format.js';
import { type Outcome, putBatch, type Wanted } from './put-batch.js';
import { putRecord } from './put-record.js';
import { type Found, readExport } from './read-export.js';

export interface ImportTools {
  store: Store;
  /** Makes the hashes of erasures. */
  hash: (text: string) => string;
  progress: Progress;
  /** Told of each line that could not be taken, or was passed over for an erasure. */
  complain: (text: string) => void;
  signal: AbortSignal;
}

export interface ImportWish {
  replace: boolean;
  /** Whether the first bad line ends it. */
  strict: boolean;
}

interface Counts {
  added: number;
  skipped: number;
  replaced: number;
}

export interface ImportReport extends Counts {
  /** What became of all but the therapists. */
  records: Counts;
  refused: number;
  /** Therapists who have left and were not brought back. */
  erased: number;
  /** Therapists who were there and, as the file says, have left. */
  removed: number;
  /** `cut`: there is no closing line. `altered`: it does not fit what stands before it. `stopped`: on request, or for `strict`. */
  file: 'whole' | 'cut' | 'altered' | 'stopped';
}

const BATCH = 500;

/**
 * Reads an export into the store, line by line, with a batch at a time in memory. What was read is kept whatever comes after it: it can
 * be run again, and then passes over what is there. Nobody is brought back who has left, as the store or the file says.
 * @throws FileRefused when the file cannot be read, or is not an export that this program knows.
 */
export async function runImport(file: string, wish: ImportWish, tools: ImportTools): Promise<ImportReport> {
  const { store, hash, progress, signal } = tools;
  const report = emptyReport();
  const noted = await erasuresIn(file);
  const hasLeft = await whoLeft(store, noted, hash);
  let batch: Wanted[] = [];
  let therapists = 0;

  function refuse(line: number, problem: string): void {
    report.refused += 1;
    tools.complain(`Line ${line}: ${problem}`);
  }

  function enter(outcome: Outcome, counts: Counts): void {
    if (outcome.done === 'refused') refuse(outcome.line, outcome.problem);
    else counts[outcome.done] += 1;
  }

  async function flush(): Promise<void> {
    const outcomes = await putBatch(batch, { ...wish, store: store.therapists });
    batch = [];
    for (const outcome of outcomes) enter(outcome, report);
    progress.at(therapists);
  }

  function queue(wanted: Wanted): void {
    therapists += 1;
    if (!hasLeft(wanted.therapist)) return void batch.push(wanted);
    report.erased += 1;
    tools.complain(`Line ${wanted.line}: passed over, as whom it speaks of has left.`);
  }

  async function begin(header: Header): Promise<void> {
    progress.start(header.therapists);
    if (noted.length > 0 && header.key !== keyMark(hash)) tools.complain(OTHER_KEY);
    for await (const { line, id } of leftBehind(store, noted, hash)) {
      if (wish.replace) await store.therapists.remove(id);
      if (wish.replace) report.removed += 1;
      else refuse(line, `${id} is there and, as this says, has left; --replace removes them.`);
    }
  }

  async function take(found: Found): Promise<void> {
    if (found.what === 'header') await begin(found.header);
    else if (found.what === 'problem') refuse(found.line, found.problem);
    else if (found.what === 'end') report.file = found.fits ? 'whole' : 'altered';
    else if (found.what === 'therapist') queue(found.wanted);
    else enter(await putRecord(found.wanted, store, wish), report.records);
  }

  const isToStop = () => signal.aborted || (wish.strict && report.refused > 0);

  for await (const found of readExport(file)) {
    await take(found);
    if (batch.length >= BATCH) await flush();
    if (isToStop() && report.file === 'cut') {
      report.file = 'stopped';
      break;
    }
  }
  await flush();
  progress.stop();
  return report;
}

const OTHER_KEY =
  'The erasures in this file were made with another SECRET_KEY: with this one nobody in them is known again. Set the one they were made with.';

function emptyReport(): ImportReport {
  const none = { added: 0, skipped: 0, replaced: 0 };
  return { ...none, records: { ...none }, refused: 0, erased: 0, removed: 0, file: 'cut' };
}
