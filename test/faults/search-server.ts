import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Meilisearch } from 'meilisearch';
import type { Document } from '../../src/search/meilisearch/documents.js';
import { keysOfServer, randomName } from '../support/meilisearch-harness.js';
import { INDEX_KEY, SEARCH_KEY } from '../support/meilisearch-stand-in/stand-in.js';
import { tcpProxy } from '../support/tcp-proxy.js';

/** The delay of a slow server: longer than any search waits. */
export const SLOW_MS = 3000;

export type Order = 'stop' | 'start' | 'slow' | 'quick' | 'empty';

/** The search server under test. */
export interface SearchServer {
  what: string;
  /** Settings for the program. */
  settings: Record<string, string>;
  /** Stops or starts it, slows it down or speeds it up, or restarts it with an empty disk. */
  order(order: Order): Promise<void>;
  /** All documents of the index on the server. */
  documents(): Promise<Document[]>;
  close(): Promise<void>;
}

/** The server in MEILI_HOST, or a stand-in. */
export function openSearchServer(): Promise<SearchServer> {
  const host = process.env.MEILI_HOST;
  return host ? serverBehindProxy(new URL(host)) : standInServer();
}

async function standInServer(): Promise<SearchServer> {
  const child = fork(fileURLToPath(new URL('./stand-in-process.js', import.meta.url)));
  const [{ host }] = (await once(child, 'message')) as [{ host: string }];
  const indexName = 'therapists';
  return {
    what: 'a stand-in for Meilisearch (MEILI_HOST names none)',
    settings: { MEILI_HOST: host, MEILI_SEARCH_KEY: SEARCH_KEY, MEILI_INDEX_KEY: INDEX_KEY },
    async order(order) {
      child.send(order);
      await once(child, 'message');
    },
    documents: () => documentsOf(host, INDEX_KEY, indexName),
    async close() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** Leaves the real server running: faults happen in a proxy in front of it, and in an index of our own. */
async function serverBehindProxy(address: URL): Promise<SearchServer> {
  if (address.protocol !== 'http:')
    throw new Error(
      'MEILI_HOST must be an http:// address here, because the tests put a proxy in front of it.',
    );
  const proxy = await tcpProxy(address.hostname, Number(address.port || 80));
  const { searchKey, indexKey } = keysOfServer();
  const indexName = `holdspace_faults_${randomName()}`;
  const client = new Meilisearch({ host: address.origin, apiKey: indexKey, timeout: 10_000 });
  const remove = () => client.deleteIndex(indexName).waitTask({ timeout: 30_000 });
  const orders: Record<Order, () => Promise<unknown> | undefined> = {
    stop: () => proxy.cut(),
    start: () => proxy.restore(),
    slow: async () => proxy.delay(SLOW_MS / 2),
    quick: () => proxy.restore(),
    async empty() {
      await proxy.cut();
      await remove();
      await proxy.restore();
    },
  };
  return {
    what: 'Meilisearch in MEILI_HOST, through a proxy',
    settings: {
      MEILI_HOST: `http://127.0.0.1:${proxy.port}`,
      MEILI_SEARCH_KEY: searchKey,
      MEILI_INDEX_KEY: indexKey,
      MEILI_INDEX: indexName,
    },
    async order(order) {
      await orders[order]();
    },
    documents: () => documentsOf(address.origin, indexKey, indexName),
    async close() {
      await proxy.close();
      await remove();
    },
  };
}

async function documentsOf(host: string, key: string, indexName: string): Promise<Document[]> {
  const answer = await fetch(`${host}/indexes/${indexName}/documents/fetch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ filter: ['kind = "listing"'], limit: 100_000 }),
  });
  if (!answer.ok) throw new Error(`The request for the documents of the index got status ${answer.status}.`);
  return ((await answer.json()) as { results: Document[] }).results;
}
