import { join } from 'node:path';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { proxyToMongo } from '../support/mongo-proxy.js';
import type { TcpProxy } from '../support/tcp-proxy.js';

/** Where the records are kept that things happen to. */
export interface StoreServer {
  what: string;
  /** For the program. */
  settings: Record<string, string>;
  /** For whoever writes: what happens to the program happens to them. */
  address: string;
  /** For whoever looks from outside. */
  directAddress: string;
  /** Takes the server away and brings it back; `null` when there is none. */
  proxy: TcpProxy | null;
  close(): Promise<void>;
}

/** A database of our own on the server in MONGODB_URI, behind a proxy, or a file in the folder. */
export async function openStoreServer(folder: string): Promise<StoreServer> {
  const server = process.env.MONGODB_URI;
  if (!server) {
    const file = join(folder, 'holdspace.db');
    const what = 'the embedded store (MONGODB_URI names no server)';
    return { what, settings: {}, address: file, directAddress: file, proxy: null, close: async () => {} };
  }
  const direct = freshDatabase(server);
  const { proxy, uri } = await proxyToMongo(direct, {});
  return {
    what: 'the server in MONGODB_URI, by way of a proxy',
    settings: { MONGODB_URI: uri },
    address: uri,
    directAddress: direct,
    proxy,
    async close() {
      await proxy.close();
      await dropDatabase(direct);
    },
  };
}
