import { randomBytes } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import type { IndexEntry } from '../../src/search/entry.js';
import {
  type MeilisearchOptions,
  openMeilisearchIndex,
} from '../../src/search/meilisearch/open-meilisearch-index.js';
import type { SearchIndex } from '../../src/search/search-index.js';
import type { SearchServer } from '../../src/search/search-server.js';
import type { SearchHarness } from '../contracts/search.contract.js';
import { TODAY } from './therapist-builder.js';

export const clockOfToday = { now: () => new Date(`${TODAY}T12:00:00.000Z`) };

export async function* noEntries(): AsyncGenerator<IndexEntry[]> {}

export const randomName = () => randomBytes(6).toString('hex');

/** The keys of the server in MEILI_HOST, as the program itself is given them. */
export function keysOfServer() {
  const { MEILI_API_KEY = '', MEILI_SEARCH_KEY, MEILI_INDEX_KEY } = process.env;
  return { searchKey: MEILI_SEARCH_KEY ?? MEILI_API_KEY, indexKey: MEILI_INDEX_KEY ?? MEILI_API_KEY };
}

let made: { host: string; name: string }[] = [];

/** An index to be removed by {@link removeIndexes}. */
export function willBeMade(host: string, name: string): void {
  made.push({ host, name });
}

/**
 * Removes what {@link emptyIndex} has made on a server, and whatever was announced, where it is there at all. Each is removed once: a
 * stand-in that is started later may get the port of one that is gone.
 */
export async function removeIndexes({ host, indexKey }: { host: string; indexKey: string }): Promise<void> {
  const client = new Meilisearch({ host, apiKey: indexKey, timeout: 10_000 });
  const mine = made.filter((one) => one.host === host);
  made = made.filter((one) => one.host !== host);
  for (const { name } of mine) await client.deleteIndexIfExists(name);
}

type Wish = Pick<MeilisearchOptions, 'host' | 'searchKey' | 'indexKey'> & Partial<MeilisearchOptions>;

/** An index of its own random name, built and empty. */
export async function emptyIndex(wish: Wish): Promise<SearchServer & { name: string }> {
  const name = `holdspace_test_${randomName()}`;
  const index = await openMeilisearchIndex({
    clock: clockOfToday,
    newId: randomName,
    indexName: name,
    ...wish,
  });
  willBeMade(wish.host, name);
  await index.rebuild(noEntries());
  return { ...index, name };
}

/** One index for a whole suite, emptied after each test: to make one takes a server far longer than to empty it. */
export function sharedIndex(
  open: () => Promise<SearchIndex>,
  options: Pick<SearchHarness, 'runs'> = {},
): SearchHarness {
  let opened: Promise<SearchIndex> | null = null;
  return {
    randomText: false,
    ...options,
    async create() {
      opened ??= open();
      const shared = await opened;
      const held = new Set<string>();
      const index: SearchIndex = {
        ...shared,
        async apply(changes) {
          for (const { id } of changes) held.add(id);
          await shared.apply(changes);
        },
      };
      return { index, dispose: () => shared.apply([...held].map((id) => ({ id, entry: null }))) };
    },
  };
}
