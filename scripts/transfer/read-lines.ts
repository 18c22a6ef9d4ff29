import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { FileRefused } from '../support/command.js';

/** Longer lines are not records. They are skipped, so that no file can fill the memory. */
const MOST_BYTES = 4 * 1024 * 1024;

export interface Line {
  /** Counted from 1. */
  number: number;
  /** Without the line end; `null` when the line is too long. */
  bytes: Buffer | null;
}

/**
 * The lines of a file, decompressed when its name ends in `.gz`. Only a line feed ends a line, because a text
 * in a record may contain other line separators. A truncated or damaged compressed file ends at the damage.
 * @throws FileRefused when the file cannot be read.
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const rest: Buffer[] = [];
  let length = 0;
  let number = 0;
  const take = (piece: Buffer) => {
    length += piece.length;
    if (length <= MOST_BYTES) rest.push(piece);
  };
  const line = (): Line => {
    const bytes = length <= MOST_BYTES ? Buffer.concat(rest) : null;
    rest.length = 0;
    length = 0;
    return { number: ++number, bytes };
  };
  for await (const chunk of chunksOf(file)) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      take(chunk.subarray(start, end));
      yield line();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield line();
}

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  const disk = createReadStream(file);
  // With this flush mode a truncated file yields everything before the cut.
  const unpacker = () => createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const source = file.endsWith('.gz') ? pipeline(disk, unpacker(), () => undefined) : disk;
  try {
    yield* source as AsyncIterable<Buffer>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_')) return;
    if (!/^E[A-Z]+$/.test(code ?? '')) throw error;
    throw new FileRefused(`The file ${file} cannot be read (${code}): choose an existing, readable file.`);
  } finally {
    disk.destroy();
  }
}
