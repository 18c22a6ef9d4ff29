import { setTimeout as sleep } from 'node:timers/promises';
import type { Meilisearch, Task } from 'meilisearch';
import { SearchUnavailable } from '../search-index.js';
import { tooOld } from './errors.js';

/** A changed setting walks every document: seven seconds at 100,000 on two cores. */
const TIMEOUT_MS = 10 * 60_000;
const FIRST_WAIT_MS = 5;
const LONGEST_WAIT_MS = 100;

/**
 * Waits until a task has ended, also when it failed. The client's own way of waiting leaves a timer running when reading the
 * task fails, which keeps the process alive.
 * @throws SearchUnavailable `slow` after ten minutes
 */
export async function waitForTask(client: Meilisearch, uid: number): Promise<Task> {
  const end = performance.now() + TIMEOUT_MS;
  for (let wait = FIRST_WAIT_MS; performance.now() < end; wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)) {
    const task = await client.tasks.getTask(uid);
    if (task.status !== 'enqueued' && task.status !== 'processing') return task;
    await sleep(wait);
  }
  throw new SearchUnavailable('slow', `Meilisearch has not done task ${uid} in time`);
}

/** What a task that did not succeed means. Nothing but its status tells: it resolves like any other. */
export function failureOf(task: Task, hostSetting: string): Error {
  const { code = '', message = '' } = task.error ?? {};
  if (code === 'invalid_settings_ranking_rules') return tooOld(hostSetting);
  if (code === 'index_not_found')
    return new SearchUnavailable('missing', 'Meilisearch holds no index for us');
  return new SearchUnavailable('failed-task', `task ${task.uid} (${task.type}) ${task.status}: ${message}`);
}
