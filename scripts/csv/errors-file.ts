import { once } from 'node:events';
import { createWriteStream, existsSync, type WriteStream } from 'node:fs';
import { FileRefused } from '../support/command.js';
import type { Sheet } from './read-rows.js';

/** The heading of the added column. */
export const WRONG = 'What is wrong';

/** A file of the refused rows, which can be fixed there and imported by themselves. */
export interface ErrorsFile {
  add(cells: readonly string[], wrong: string): Promise<void>;
  /** The name of the file; `null` when no row was added. */
  close(): Promise<string | null>;
}

/**
 * Writes refused rows to a file beside the one that they came from, with its columns and one more. The file is created with the first row.
 * An existing file is never overwritten, because a person may be fixing it: the next one gets a number.
 */
export function createErrorsFile(sheet: Sheet): ErrorsFile {
  const { delimiter } = sheet;
  const own = sheet.headings.indexOf(WRONG);
  const width = own < 0 ? sheet.headings.length : own;
  let stream: { name: string; write: (text: string) => Promise<void>; end: () => Promise<void> } | null =
    null;
  const line = (cells: readonly string[], last: string) =>
    `${[...padded(cells.slice(0, width), width), ...extra(cells, own), last].map((cell) => written(cell, delimiter)).join(delimiter)}\r\n`;
  const extra = (cells: readonly string[], at: number) => (at < 0 ? [] : cells.slice(at + 1));
  return {
    async add(cells, wrong) {
      if (stream === null) {
        stream = opened(freeName(sheet.file));
        // Spreadsheet programs recognize UTF-8 only by this mark.
        await stream.write(`\uFEFF${line(sheet.headings, WRONG)}`);
      }
      await stream.write(line(cells, wrong));
    },
    async close() {
      await stream?.end();
      return stream?.name ?? null;
    },
  };
}

/** `people.csv.errors.csv`; if that exists, or is the file being read, `people.csv.errors-2.csv` and so on. */
function freeName(file: string): string {
  const base = file.replace(/\.errors(-\d+)?\.csv$/, '');
  for (let number = 1; ; number++) {
    const name = `${base}.errors${number === 1 ? '' : `-${number}`}.csv`;
    if (!existsSync(name)) return name;
  }
}

function opened(name: string) {
  const stream: WriteStream = createWriteStream(name, { flags: 'wx' });
  const failed = new Promise<never>((_, reject) => {
    stream.on('error', ({ code }: NodeJS.ErrnoException) =>
      reject(
        new FileRefused(
          `The file ${name} cannot be written (${code}): make room, or copy the sheet elsewhere.`,
        ),
      ),
    );
  });
  failed.catch(() => undefined);
  return {
    name,
    async write(text: string) {
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed]);
    },
    async end() {
      stream.end();
      await Promise.race([once(stream, 'close'), failed]);
    },
  };
}

const padded = (cells: readonly string[], width: number) =>
  Array.from({ length: width }, (_, index) => cells[index] ?? '');

/** A cell as it is written in the file. One that a spreadsheet program would run as a formula is marked as text. */
function written(cell: string, delimiter: string): string {
  const safe = /^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /["\r\n]/.test(safe) || safe.includes(delimiter) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
