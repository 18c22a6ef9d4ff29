import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What each key may do: a right, `*` for all, or `search`. */
export type Rights = Record<string, readonly string[]>;

export interface KeyServer {
  host: string;
  /** Requests that carried a body that could have been followed. */
  changes: string[];
  close(): Promise<void>;
}

const routes: readonly [method: string, path: RegExp, right: string][] = [
  ['POST', /\/search$/, 'search'],
  ['GET', /^\/version/, 'version'],
  ['GET', /^\/keys/, 'keys.get'],
  ['POST', /^\/keys/, 'keys.create'],
  ['GET', /\/stats$/, 'stats.get'],
  ['GET', /\/settings$/, 'settings.get'],
  ['PATCH', /\/settings$/, 'settings.update'],
  ['PUT', /\/documents$/, 'documents.add'],
  ['POST', /\/delete-batch$/, 'documents.delete'],
  ['POST', /^\/swap-indexes/, 'indexes.swap'],
  ['POST', /^\/indexes/, 'indexes.create'],
  ['GET', /^\/indexes/, 'indexes.get'],
  ['GET', /^\/tasks/, 'tasks.get'],
];

/** Checks keys first, like Meilisearch, and stores the keys that it creates. */
export async function openKeyServer(
  rights: Rights,
  { version = '1.50.0', listings = 3 } = {},
): Promise<KeyServer> {
  const made = new Map<string, string>();
  const changes: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    const text = (await request.toArray()).join('');
    const say = (status: number, body: object = {}) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url === '/health') return say(200);
    const held = rights[request.headers.authorization?.slice('Bearer '.length) ?? ''];
    const right = routes.find(([verb, path]) => verb === method && path.test(url))?.[2] ?? 'unknown';
    if (held === undefined || !(held.includes('*') || held.includes(right)))
      return say(403, { code: 'invalid_api_key' });
    if (right === 'keys.create') {
      const { uid, name } = JSON.parse(text);
      made.set(uid, `key of ${name}`);
      return say(201, { key: made.get(uid) });
    }
    if (url.startsWith('/keys/')) {
      const key = made.get(url.slice('/keys/'.length));
      return key === undefined ? say(404) : say(200, { key });
    }
    if (right === 'version') return say(200, { pkgVersion: version });
    if (right === 'stats.get') return say(200, { numberOfDocuments: listings + 1, isIndexing: false });
    if (method === 'GET' || right === 'search') return say(200);
    if (request.headers['content-type'] === 'application/json' || text !== '[')
      changes.push(`${method} ${url}`);
    return say(400, { code: 'malformed_payload' });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    changes,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
