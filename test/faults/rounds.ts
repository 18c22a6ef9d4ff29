import { setTimeout as pause } from 'node:timers/promises';
import type { SearchQuery } from '../../src/search/search-index.js';
import { type Contents, faultsOfAnswers, faultsOfDocuments } from './examine.js';
import type { Report } from './report.js';
import type { SearchServer } from './search-server.js';
import type { StoreServer } from './store-server.js';
import { allAmongDegraded, allDegraded, settled } from './waits.js';

/** How long an outage lasts, and the pause between two. */
const AWAY_MS = 4000;
const CALM_MS = 2000;
/** Time until an outage is noticed, and until everything works again. */
const NOTICED_MS = 12_000;
const WELL_MS = 60_000;

export interface Scene {
  origins: readonly string[];
  search: SearchServer;
  store: StoreServer;
  report: Report;
}

export async function allWell({ origins, report }: Scene, when: string): Promise<void> {
  report.came(`everything works ${when}`, await allDegraded(origins, [], WELL_MS));
  await pause(CALM_MS);
}

/** Stops and starts the search server, slows it down and speeds it up, and restarts it empty. */
export async function troubleSearch(scene: Scene): Promise<void> {
  const { origins, search, report } = scene;
  for (const [begin, end, what] of [
    ['stop', 'start', 'stopped'],
    ['slow', 'quick', 'slow'],
  ] as const) {
    await search.order(begin);
    report.came(`the search server is ${what}: noticed`, await allDegraded(origins, ['search'], NOTICED_MS));
    await pause(AWAY_MS);
    await search.order(end);
    await allWell(scene, `when it is no longer ${what}`);
  }
  await search.order('empty');
  report.came('the search server is empty: noticed', await allDegraded(origins, ['search'], NOTICED_MS));
  await allWell(scene, 'when it is filled again');
}

/** Cuts off and restores the store, if it has a server. */
export async function troubleStore(scene: Scene): Promise<void> {
  const { origins, store, report } = scene;
  if (store.proxy === null) {
    console.log('        the embedded store has no server to stop');
    return;
  }
  await store.proxy.cut();
  report.came('the store is cut off: noticed', await allAmongDegraded(origins, 'store', NOTICED_MS));
  await pause(AWAY_MS);
  await store.proxy.restore();
  await allWell(scene, 'when it is restored');
}

/**
 * Checks that each index contains what the store contains, entry by entry; at the end without the search
 * server.
 */
export async function compareIndexes(
  { origins, search, report }: Scene,
  contents: Contents,
  queries: readonly SearchQuery[],
): Promise<void> {
  const held = await settled(async () => faultsOfDocuments(await search.documents(), contents), WELL_MS);
  report.check(`the search server has the ${contents.entries.length} entries of the store`, held);
  const answersAreRight = async (path: string) => {
    for (const [at, origin] of origins.entries()) {
      const faults = await settled(() => faultsOfAnswers(origin, contents, queries), WELL_MS);
      report.check(`process ${at + 1} answers like the store ${path}`, faults);
    }
  };
  await answersAreRight('from the search server');
  await search.order('stop');
  for (const origin of origins) await fetch(`${origin}/therapists?sort=name&page=2`);
  report.came(
    'searches continue without the search server',
    await allDegraded(origins, ['search'], NOTICED_MS),
  );
  await answersAreRight('from its own index');
  await search.order('start');
}
