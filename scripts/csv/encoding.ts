import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { FileRefused } from '../support/command.js';

/** The encodings that a file may have. `latin-1` is read as windows-1252, as browsers do. */
export const encodings = ['utf-8', 'latin-1', 'utf-16le'] as const;
export type Encoding = (typeof encodings)[number];

const decoderNames: Record<Encoding, string> = {
  'utf-8': 'utf-8',
  'latin-1': 'windows-1252',
  'utf-16le': 'utf-16le',
};

/**
 * The encoding of a file: by its byte order mark, otherwise UTF-8 if all of it is valid, otherwise Latin-1, in which any file can be read.
 * @throws FileRefused when it cannot be read
 */
export async function detectEncoding(file: string): Promise<Encoding> {
  const handle = await open(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const head = Buffer.alloc(2);
  try {
    await handle.read(head, 0, 2, 0);
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    await handle.close();
  }
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytesOf(file)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    return 'latin-1';
  }
}

/** The text of a file in chunks, without its byte order mark. Invalid bytes become �. */
export async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(decoderNames[encoding]);
  for await (const chunk of bytesOf(file)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  const disk = createReadStream(file);
  try {
    yield* disk as AsyncIterable<Buffer>;
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    disk.destroy();
  }
}

function unreadable(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (!/^E[A-Z]+$/.test(code ?? '')) return error;
  return new FileRefused(
    `The file ${file} cannot be read (${code}): name one that is there and may be read.`,
  );
}
