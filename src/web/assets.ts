import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Express } from 'express';
import { readStylesheets } from './stylesheets.js';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

interface Asset {
  url: string;
  type: string;
  body: Buffer;
  /** The body compressed: on its first sending only, beside the main thread, as well as brotli can. */
  brotli: () => Promise<Buffer>;
}

const compress = promisify(brotliCompress);

export interface Assets {
  /** The address of a file in the assets folder; it carries a hash of the content, so browsers may keep it for ever. */
  url(name: string): string;
  serve(app: Express): void;
}

const STYLES = 'styles';

/**
 * Reads all assets at start: the files in `folder`, and the stylesheets made of those in its folder `styles`.
 * @throws Error when a file has an unknown ending
 */
export function loadAssets(folder: string): Assets {
  const files = readdirSync(folder).filter((name) => name !== STYLES);
  const bodies = new Map<string, Buffer>(files.map((name) => [name, readFileSync(join(folder, name))]));
  for (const [name, body] of readStylesheets(join(folder, STYLES))) bodies.set(name, body);
  const assets = new Map([...bodies].map(([name, body]) => [name, load(name, body)]));
  return {
    url(name) {
      const asset = assets.get(name);
      if (asset === undefined) throw new Error(`There is no asset ${name}.`);
      return asset.url;
    },
    serve(app) {
      for (const asset of assets.values()) serve(app, asset);
    },
  };
}

function load(name: string, body: Buffer): Asset {
  const ending = extname(name);
  const type = types[ending];
  if (type === undefined) throw new Error(`The asset ${name} is of no kind we serve.`);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const url = `/assets/${name.slice(0, -ending.length)}.${hash}${ending}`;
  let compressed: Promise<Buffer> | undefined;
  return { url, type, body, brotli: () => (compressed ??= compress(body)) };
}

function serve(app: Express, { url, type, body, brotli }: Asset): void {
  app.get(url, async (request, response) => {
    const small = request.acceptsEncodings('br') === 'br';
    response.set({
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    });
    if (small) response.set('Content-Encoding', 'br');
    response.end(small ? await brotli() : body);
  });
}
