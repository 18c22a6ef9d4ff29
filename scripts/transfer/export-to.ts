import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { SCHEMA_VERSION } from '../../src/domain/therapist.js';
import type { TherapistStore } from '../../src/storage/store.js';
import type { Progress } from '../seed/progress.js';
import { FileRefused } from '../support/command.js';
import { FORMAT, therapistLine } from './format.js';

export interface ExportTools {
  store: TherapistStore;
  now: Date;
  progress: Progress;
  signal: AbortSignal;
}

/** Records read at a time, and held at a time. */
const BATCH = 500;

/**
 * Writes every record into `file`, compressed when its name ends in `.gz`, and answers how many. It holds e-mail addresses, so that
 * its owner alone may read it. Beside it first, on the disk, and under its name only when it is whole: an export that is there is
 * a good one.
 * @throws FileRefused when it cannot be written.
 */
export async function exportTo(file: string, tools: ExportTools): Promise<number> {
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  let written = 0;
  const lines = exportLines(tools, (count) => {
    written = count;
    tools.progress.at(count);
  });
  const packed = file.endsWith('.gz') ? [createGzip()] : [];
  const disk = createWriteStream(part, { mode: 0o600, flush: true });
  await pipeline([Readable.from(lines), ...packed, disk], { signal: tools.signal })
    .then(() => rename(part, file))
    .catch(async (error: unknown) => {
      await rm(part, { force: true });
      throw asRefusal(error, file);
    })
    .finally(() => tools.progress.stop());
  return written;
}

async function* exportLines(
  { store, now, progress }: ExportTools,
  onWritten: (count: number) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const [therapists, demo] = [await store.count(), await store.count({ demo: true })];
  const header = {
    format: FORMAT,
    schemaVersion: SCHEMA_VERSION,
    writtenAt: now.toISOString(),
    therapists,
    demo,
  };
  const first = `${JSON.stringify({ holdspace: header })}\n`;
  hash.update(first);
  yield first;
  progress.start(therapists);
  let count = 0;
  let after: string | null = null;
  do {
    const page = await store.page(after, BATCH);
    const text = page.therapists.map(therapistLine).join('');
    hash.update(text);
    if (text !== '') yield text;
    count += page.therapists.length;
    onWritten(count);
    after = page.next;
  } while (after !== null);
  yield `${JSON.stringify({ end: { therapists: count, sha256: hash.digest('hex') } })}\n`;
}

function asRefusal(error: unknown, file: string): unknown {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'AbortError') return new FileRefused('Interrupted: nothing was written.');
  if (/^E[A-Z]+$/.test(code ?? ''))
    return new FileRefused(
      `The file ${file} cannot be written (${code}): name one in a folder that is there, may be written to and has room.`,
    );
  return error;
}
