import { createHash } from 'node:crypto';
import { SCHEMA_VERSION } from '../../src/domain/therapist.js';
import type { TherapistStore } from '../../src/storage/store.js';
import type { Progress } from '../seed/progress.js';
import { FileRefused } from '../support/command.js';
import { endSchema, FORMAT, type Header, headerSchema } from './format.js';
import { putBatch, type Wanted } from './put-batch.js';
import { type Line, readLines } from './read-lines.js';
import { readContent, readTherapist } from './read-record.js';

export interface ImportTools {
  store: TherapistStore;
  progress: Progress;
  /** Told of each line that could not be taken. */
  complain: (text: string) => void;
  signal: AbortSignal;
}

export interface ImportWish {
  replace: boolean;
  /** Whether the first bad line ends it. */
  strict: boolean;
}

export interface ImportReport {
  added: number;
  skipped: number;
  replaced: number;
  refused: number;
  /** `cut`: there is no closing line. `altered`: it does not fit what stands before it. `stopped`: on request, or for `strict`. */
  file: 'whole' | 'cut' | 'altered' | 'stopped';
}

const BATCH = 500;

/**
 * Reads an export into the store, line by line, with a batch at a time in memory. What was read is kept whatever comes after it: it can
 * be run again, and then passes over what is there.
 * @throws FileRefused when the file cannot be read, or is not an export that this program knows.
 */
export async function runImport(file: string, wish: ImportWish, tools: ImportTools): Promise<ImportReport> {
  const report: ImportReport = { added: 0, skipped: 0, replaced: 0, refused: 0, file: 'cut' };
  const hash = createHash('sha256');
  let batch: Wanted[] = [];
  let records = 0;

  function refuse(line: number, problem: string): void {
    report.refused += 1;
    tools.complain(`Line ${line}: ${problem}`);
  }

  async function flush(): Promise<void> {
    const outcomes = await putBatch(batch, { ...wish, store: tools.store });
    batch = [];
    for (const outcome of outcomes)
      if (outcome.done === 'refused') refuse(outcome.line, outcome.problem);
      else report[outcome.done] += 1;
    tools.progress.at(records);
  }

  /** The record on a line, or what is wrong with the line; `null` when it closes the file. */
  function read({ number: line, bytes }: Line): Wanted | string | null {
    if (report.file !== 'cut') return 'it stands behind the closing line.';
    const content = readContent(bytes);
    if ('kind' in content && content.kind === 'end') {
      report.file = isEnd(content.value, records, hash.digest('hex')) ? 'whole' : 'altered';
      return null;
    }
    hash.update(bytes ?? '').update('\n');
    records += 1;
    if ('problem' in content) return content.problem;
    if (content.kind !== 'therapist') return `${content.kind}: nothing of this kind is known here.`;
    const found = readTherapist(content.value);
    return 'problem' in found ? found.problem : { line, therapist: found.therapist };
  }

  const isToStop = () => tools.signal.aborted || (wish.strict && report.refused > 0);

  let begun = false;
  for await (const line of readLines(file)) {
    if (!begun) {
      begun = true;
      tools.progress.start(headerOf(line, file).therapists);
      hash.update(line.bytes ?? '').update('\n');
      continue;
    }
    const found = read(line);
    if (typeof found === 'string') refuse(line.number, found);
    else if (found !== null) batch.push(found);
    if (batch.length >= BATCH) await flush();
    if (isToStop() && report.file === 'cut') {
      report.file = 'stopped';
      break;
    }
  }
  if (!begun) throw notAnExport(file);
  await flush();
  tools.progress.stop();
  return report;
}

function headerOf({ bytes }: Line, file: string): Header {
  const content = readContent(bytes);
  const header = headerSchema.safeParse(
    'kind' in content && content.kind === 'holdspace' ? content.value : null,
  );
  if (!header.success) throw notAnExport(file);
  if (header.data.format > FORMAT || header.data.schemaVersion > SCHEMA_VERSION)
    throw new FileRefused(
      `The file ${file} was written by a newer version of Holdspace: import it with that one.`,
    );
  return header.data;
}

function isEnd(value: unknown, records: number, sha256: string): boolean {
  const end = endSchema.safeParse(value);
  return end.success && end.data.therapists === records && end.data.sha256 === sha256;
}

const notAnExport = (file: string) => new FileRefused(`The file ${file} is not an export of Holdspace.`);
