import { setTimeout as sleep } from 'node:timers/promises';
import { SearchUnavailable } from '../search-index.js';
import { MARK_ID } from './documents.js';
import { refusedWith } from './errors.js';
import type { Server } from './server.js';

const CHECKS = 300;
const CHECK_MS = 200;

/** Puts the index `next`, whose mark names it, in the place of ours, at once. Both must exist for that. */
export async function exchange(server: Server, uid: string, next: string): Promise<void> {
  const created = await server.write((client) => client.createIndex(uid, { primaryKey: 'id' }));
  await server.finished(created, 'index_already_exists');
  const begun = await server.write((client) => client.swapIndexes([{ indexes: [uid, next], rename: false }]));
  await server.finished(begun).catch((error: unknown) => {
    if (refusedWith(error, 'task_not_found')) return hasGone(server, next);
    throw error;
  });
}

/** A key that is limited to some indexes is not shown the task of an exchange: its effect tells. */
async function hasGone(server: Server, next: string): Promise<void> {
  for (let check = 0; check < CHECKS; check++) {
    if ((await buildOf(server, next)) !== next) return;
    await sleep(CHECK_MS);
  }
  throw new SearchUnavailable('failed-task', 'the new index was not exchanged for the old one');
}

async function buildOf(server: Server, uid: string): Promise<unknown> {
  const mark = server.write((client) => client.index(uid).getDocument(MARK_ID, { fields: ['build'] }));
  return await mark.then(
    ({ build }) => build,
    (error: unknown) => {
      if (refusedWith(error, 'document_not_found')) return null;
      throw error;
    },
  );
}
