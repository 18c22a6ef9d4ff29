import { join } from 'node:path';
import { addDays, type Day } from '../../src/domain/calendar.js';
import { followStore } from '../../src/jobs/index-sync.js';
import { createServerSync } from '../../src/jobs/search-server-sync.js';
import { createEmbeddedIndex } from '../../src/search/embedded/embedded-index.js';
import { createFailoverIndex } from '../../src/search/failover.js';
import { openMeilisearchIndex } from '../../src/search/meilisearch/open-meilisearch-index.js';
import type { SearchIndex } from '../../src/search/search-index.js';
import type { Store } from '../../src/storage/store.js';
import type { StoreUnderTest } from '../contracts/store.contract.js';
import { randomName, removeIndexes, willBeMade } from './meilisearch-harness.js';
import { query } from './naive-search.js';
import { openStoreAt } from './open-store-at.js';
import { removeFolder, temporaryFolder } from './temporary-folder.js';
import { TODAY } from './therapist-builder.js';

export interface SearchHost {
  host: string;
  searchKey: string;
  indexKey: string;
}

/** An embedded store as the suites open one. */
export async function embeddedStoreUnderTest(): Promise<StoreUnderTest> {
  const folder = await temporaryFolder();
  const openings: Store[] = [];
  const again = async () => {
    const store = await openStoreAt(join(folder, 'holdspace.db'));
    openings.push(store);
    return store;
  };
  return {
    store: await again(),
    again,
    async dispose() {
      for (const store of openings) await store.close();
      await removeFolder(folder);
    },
  };
}

/** One store, one index on a server, and processes that share them, with a clock that a test can put forward. */
export async function syncWorld(server: SearchHost, under: StoreUnderTest) {
  const indexName = `holdspace_test_${randomName()}`;
  willBeMade(server.host, indexName);
  const time = { ahead: 0 };
  const clock = { now: () => new Date(Date.parse(`${TODAY}T12:00:00.000Z`) + time.ahead) };
  const today = (): Day => addDays(TODAY, Math.floor((time.ahead + 43_200_000) / 86_400_000));
  const index = await openMeilisearchIndex({ ...server, clock, newId: randomName, indexName });
  const processes: { end(): Promise<void> }[] = [];
  const idsIn = async (one: SearchIndex) =>
    (await one.search(query(), today())).hits.map((hit) => hit.id).sort();

  /** What a program does with its index; with `live` it syncs by itself. */
  async function startProcess({ live = false, leaseMs = 30_000 } = {}) {
    const store = await under.again();
    const own = createEmbeddedIndex();
    const lines: string[] = [];
    const tell = (_: object, line: string) => lines.push(line);
    const logger = { warn: tell, info: tell, error: tell };
    const primary = await openMeilisearchIndex({ ...server, clock, newId: randomName, indexName });
    const failover = createFailoverIndex({ primary, fallback: own, clock, logger, probeMs: 30 });
    const sync = createServerSync({
      ...{ store, index: primary, failover, clock, logger, leaseMs },
      holder: randomName(),
      everyMs: 200,
    });
    const follower = followStore({ store, index: own, clock, onChange: () => sync.nudge() });
    await follower.start();
    if (live) sync.start();
    const process = {
      ...{ sync, failover, lines },
      found: () => idsIn(failover),
      /** Syncs this often, each time after the embedded index caught up. */
      async syncOnce(times = 1) {
        for (let time = 0; time < times; time++) {
          await follower.catchUp();
          await sync.tick();
        }
      },
      async end() {
        await sync.stop();
        await follower.stop();
        await failover.close();
      },
    };
    processes.push(process);
    return process;
  }

  return {
    indexName,
    index,
    time,
    store: under.store,
    startProcess,
    /** What the server finds. */
    onServer: () => idsIn(index),
    /** Ends every process there is. */
    async endAll() {
      for (const process of processes.splice(0)) await process.end();
    },
    async dispose() {
      for (const process of processes) await process.end();
      await under.dispose();
      await removeIndexes(server);
    },
  };
}

export type SyncWorld = Awaited<ReturnType<typeof syncWorld>>;
export type SyncProcess = Awaited<ReturnType<SyncWorld['startProcess']>>;
