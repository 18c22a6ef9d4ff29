import type { Clock } from '../../domain/calendar.js';
import type { IndexEntry } from '../entry.js';
import { SearchUnavailable } from '../search-index.js';
import type { OnProgress } from '../search-server.js';
import { documentOf, markOf } from './documents.js';
import { exchange } from './exchange.js';
import { removeIndex, removeLeftOvers } from './left-overs.js';
import type { Server } from './server.js';
import { applySettings } from './settings.js';
import { writeDocuments } from './write.js';

export interface Rebuild {
  server: Server;
  uid: string;
  clock: Clock;
  newId: () => string;
  /** Said by the index of itself. */
  builtFrom: string;
}

/**
 * Builds a new index beside the old one, checks that all of it has arrived, and swaps the two: there is no moment without results.
 * What an interrupted run left behind is removed by a later one. Of two runs at the same time the later swap wins.
 * What changed since the entries were read must be applied again afterwards.
 * @throws SearchUnavailable, SearchMisconfigured; the old index is then as it was
 */
export async function rebuildIndex(
  { server, uid, clock, newId, builtFrom }: Rebuild,
  entries: AsyncIterable<readonly IndexEntry[]>,
  onProgress: OnProgress = () => undefined,
): Promise<number> {
  const next = `${uid}_next_${newId()}`;
  await server.finish((client) => client.createIndex(next, { primaryKey: 'id' }));
  await removeLeftOvers(server, uid, next);
  await applySettings(server, next, clock.now());
  await writeDocuments(server, next, [markOf(builtFrom, next)]);
  const ids = new Set<string>();
  for await (const batch of entries) {
    await writeDocuments(server, next, batch.map(documentOf));
    for (const entry of batch) ids.add(entry.id);
    onProgress(ids.size);
  }
  const arrived = await countListings(server, next);
  if (arrived !== ids.size)
    throw new SearchUnavailable('failed-task', `of ${ids.size} entries ${arrived} have arrived`);
  await exchange(server, uid, next);
  await removeIndex(server, next);
  return arrived;
}

async function countListings(server: Server, uid: string): Promise<number> {
  const wanted = { filter: ['kind = "listing"'], fields: ['id'], limit: 1 };
  return (await server.write((client) => client.index(uid).getDocuments(wanted))).total;
}
