import { MeilisearchApiError } from 'meilisearch';
import type { Server } from './server.js';

/** A run that is alive writes far more often. */
const ALIVE_MS = 5 * 60_000;

const MOST_INDEXES = 1000;

/**
 * Removes what interrupted runs have left: indexes beside ours that nobody has written to for five minutes, by the server's own clock,
 * which the index just made tells.
 */
export async function removeLeftOvers(server: Server, uid: string, mine: string): Promise<void> {
  const { results } = await server.write((client) => client.getRawIndexes({ limit: MOST_INDEXES }));
  const now = results.find((index) => index.uid === mine)?.updatedAt;
  if (now === undefined) return;
  const old = results.filter(
    (index) =>
      index.uid.startsWith(`${uid}_next_`) &&
      index.uid !== mine &&
      Date.parse(now) - Date.parse(index.updatedAt) > ALIVE_MS,
  );
  for (const index of old) await removeIndex(server, index.uid);
}

/** Removes an index; that it is gone already is as good. */
export async function removeIndex(server: Server, uid: string): Promise<void> {
  const begun = await server.write((client) =>
    client.deleteIndex(uid).catch((error: unknown) => {
      if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return null;
      throw error;
    }),
  );
  if (begun !== null) await server.finished(begun, 'index_not_found');
}
