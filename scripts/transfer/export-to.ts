import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { SCHEMA_VERSION } from '../../src/domain/therapist.js';
import type { RecordStore, SmallRecord } from '../../src/storage/small-records.js';
import type { Store } from '../../src/storage/store.js';
import type { Progress } from '../seed/progress.js';
import { FileRefused } from '../support/command.js';
import { exportedKinds, FORMAT, keyMark, recordLine, therapistLine } from './format.js';

export interface ExportTools {
  store: Store;
  /** Makes the hashes of erasures. */
  hash: (text: string) => string;
  now: Date;
  progress: Progress;
  signal: AbortSignal;
}

/** How many of each were written. */
export interface Written {
  therapists: number;
  records: number;
}

/** Records read and held at a time. */
const BATCH = 500;

/**
 * Writes every record to `file`, compressed when its name ends in `.gz`. Returns how many. Only the owner may
 * read the file, because it contains email addresses. Writes a partial file beside it first and renames it when
 * complete, so that an existing export is always whole.
 * @throws FileRefused when it cannot be written.
 */
export async function exportTo(file: string, tools: ExportTools): Promise<Written> {
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  const written = { therapists: 0, records: 0 };
  const packed = file.endsWith('.gz') ? [createGzip()] : [];
  const disk = createWriteStream(part, { mode: 0o600, flush: true });
  await pipeline([Readable.from(exportLines(tools, written)), ...packed, disk], { signal: tools.signal })
    .then(() => rename(part, file))
    .catch(async (error: unknown) => {
      await rm(part, { force: true });
      throw toFileRefused(error, file);
    })
    .finally(() => tools.progress.stop());
  return written;
}

async function* exportLines(tools: ExportTools, written: Written): AsyncGenerator<string> {
  const checksum = createHash('sha256');
  for await (const text of contentLines(tools, written)) {
    checksum.update(text);
    yield text;
  }
  yield `${JSON.stringify({ end: { ...written, sha256: checksum.digest('hex') } })}\n`;
}

/** All lines except the closing one, many at a time; counts them in `written`. */
async function* contentLines(tools: ExportTools, written: Written): AsyncGenerator<string> {
  const { store, now, hash, progress } = tools;
  const { therapists } = store;
  const header = {
    format: FORMAT,
    schemaVersion: SCHEMA_VERSION,
    writtenAt: now.toISOString(),
    therapists: await therapists.count(),
    demo: await therapists.count({ demo: true }),
    key: keyMark(hash),
  };
  yield `${JSON.stringify({ holdspace: header })}\n`;
  progress.start(header.therapists);
  for (const kind of exportedKinds)
    for await (const page of pagesOf(store.records(kind))) {
      written.records += page.length;
      yield page.map((record) => recordLine(kind, record)).join('');
    }
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await therapists.page(after, BATCH);
    written.therapists += page.therapists.length;
    if (page.therapists.length > 0) yield page.therapists.map(therapistLine).join('');
    progress.at(written.therapists);
    after = page.next;
  }
}

/** All records of a kind, one page at a time. */
export async function* pagesOf<R extends SmallRecord>(records: RecordStore<R>): AsyncGenerator<R[]> {
  for (let after: string | null = null; ; ) {
    const page: R[] = await records.page(after, BATCH);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.id;
  }
}

function toFileRefused(error: unknown, file: string): unknown {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'AbortError') return new FileRefused('Interrupted: nothing was written.');
  if (/^E[A-Z]+$/.test(code ?? ''))
    return new FileRefused(
      `The file ${file} cannot be written (${code}): choose an existing, writable folder with free space.`,
    );
  return error;
}
