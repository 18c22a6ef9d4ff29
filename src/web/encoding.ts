import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request } from 'express';
import type { Encoding, Page } from './answer.js';

const compressors: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  // Quality 4 makes a results page of 37 KB about 6 KB in half a millisecond; the highest would take fifty times as long.
  br: (body) => compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body) => compressGzip(body, { level: 4 }),
};
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip) as (body: Buffer, options: { level: number }) => Promise<Buffer>;

/** How this visitor's browser takes a page compressed; `null` when it does not. */
export function encodingFor(request: Request): Encoding | null {
  if (request.headers['accept-encoding'] === undefined) return null;
  const accepted = request.acceptsEncodings('br', 'gzip', 'identity');
  return accepted === 'br' || accepted === 'gzip' ? accepted : null;
}

/** The body of a page compressed. A page that is kept is compressed on its first sending only, beside the main thread. */
export function encoded(page: Page, encoding: Encoding): Promise<Buffer> {
  page.compressed[encoding] ??= compressors[encoding](page.body);
  return page.compressed[encoding];
}
