import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { FileRefused } from '../support/command.js';

/** Longer lines are no records: they are passed over, so that no file can fill the memory. */
const MOST_BYTES = 4 * 1024 * 1024;

export interface Line {
  /** From 1. */
  number: number;
  /** Without the end of the line; `null` when it is too long to be read. */
  bytes: Buffer | null;
}

/**
 * The lines of a file, unpacked when its name ends in `.gz`. They end at line feeds alone: a text in a record may hold other ends of
 * lines. Where a packed file is cut off or damaged, its lines end.
 * @throws FileRefused when it cannot be read.
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
  // Told to give what it has, a cut-off file ends here instead of losing what came before the cut.
  const unpacker = () => createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const source = file.endsWith('.gz') ? pipeline(disk, unpacker(), () => undefined) : disk;
  try {
    yield* source as AsyncIterable<Buffer>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_')) return;
    if (!/^E[A-Z]+$/.test(code ?? '')) throw error;
    throw new FileRefused(
      `The file ${file} cannot be read (${code}): name one that is there and may be read.`,
    );
  } finally {
    disk.destroy();
  }
}
