import { join } from 'node:path';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { proxyToMongo } from '../support/mongo-proxy.js';
import type { TcpProxy } from '../support/tcp-proxy.js';

/** The store under test. */
export interface StoreServer {
  what: string;
  /** Settings for the program. */
  settings: Record<string, string>;
  /** The address for writers, which share the program's faults. */
  address: string;
  /** The address without faults, for checks. */
  directAddress: string;
  /** Cuts off and restores the server; `null` when there is none. */
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
    what: 'the server in MONGODB_URI, through a proxy',
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
