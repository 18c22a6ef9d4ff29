import { randomBytes } from 'node:crypto';
import type { IndexEntry } from '../../src/search/entry.js';
import {
  type MeilisearchIndex,
  type MeilisearchOptions,
  openMeilisearchIndex,
} from '../../src/search/meilisearch/open-meilisearch-index.js';
import type { SearchIndex } from '../../src/search/search-index.js';
import type { SearchHarness } from '../contracts/search.contract.js';
import { TODAY } from './therapist-builder.js';

export const clockOfToday = { now: () => new Date(`${TODAY}T12:00:00.000Z`) };

export async function* noEntries(): AsyncGenerator<IndexEntry[]> {}

type Wish = Pick<MeilisearchOptions, 'host' | 'searchKey' | 'indexKey'> & Partial<MeilisearchOptions>;

/** An index of its own random name, built and empty. */
export async function emptyIndex(wish: Wish): Promise<MeilisearchIndex & { name: string }> {
  const name = `holdspace_test_${randomBytes(6).toString('hex')}`;
  const index = await openMeilisearchIndex({ clock: clockOfToday, indexName: name, ...wish });
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
