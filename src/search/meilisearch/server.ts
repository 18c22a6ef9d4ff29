import { type EnqueuedTask, Meilisearch, type Task } from 'meilisearch';
import { SearchMisconfigured } from '../search-index.js';
import { asked, wasCut } from './errors.js';
import { failureOf, waitForTask } from './tasks.js';

/** Documents are sent in large payloads, which take their time to arrive. */
const WRITE_TIMEOUT_MS = 30_000;

export interface ServerOptions {
  /** `http://127.0.0.1:7700` */
  host: string;
  searchKey: string;
  indexKey: string;
  /** For one search; writes have half a minute. */
  timeoutMs: number;
  /** The names under which the settings were given, for messages. */
  settings: { host: string; searchKey: string; indexKey: string };
}

/** A Meilisearch server with the two keys we hold. Every call is limited in time and fails with the errors of the port only. */
export interface Server {
  settings: ServerOptions['settings'];
  /** A call with the search key; made once more when the line was cut. */
  read<T>(call: (client: Meilisearch) => Promise<T>): Promise<T>;
  /** As `read`, for what a search key is not allowed: the documents themselves. */
  fetch<T>(call: (client: Meilisearch) => Promise<T>): Promise<T>;
  /** A call with the indexing key, with half a minute for it. */
  write<T>(call: (client: Meilisearch) => Promise<T>): Promise<T>;
  /** A write that becomes a task: waits until it is done. @throws SearchUnavailable when the task failed. */
  finish(call: (client: Meilisearch) => Promise<EnqueuedTask>): Promise<Task>;
  /** Waits for a task that was begun. `tolerated`: a code with which it may have failed. */
  finished(begun: EnqueuedTask, tolerated?: string): Promise<Task>;
}

/** @throws SearchMisconfigured when the address is not valid */
export function connectServer(options: ServerOptions): Server {
  const { settings } = options;
  const { host } = settings;
  if (!URL.canParse(options.host) || !/^https?:/.test(options.host))
    throw new SearchMisconfigured(settings.host, 'give an address such as http://127.0.0.1:7700');
  const searching = clientFor(options.host, options.searchKey, options.timeoutMs);
  const fetching = clientFor(options.host, options.indexKey, options.timeoutMs);
  const indexing = clientFor(options.host, options.indexKey, WRITE_TIMEOUT_MS);
  const write: Server['write'] = (call) => asked({ host, key: settings.indexKey }, call(indexing));

  const twice =
    (key: string, client: Meilisearch): Server['read'] =>
    (call) => {
      const once = () => asked({ host, key }, call(client));
      return once().catch((error: unknown) => (wasCut(error) ? once() : Promise.reject(error)));
    };

  async function finished(begun: EnqueuedTask, tolerated?: string): Promise<Task> {
    const task = await write((client) => waitForTask(client, begun.taskUid));
    if (task.status === 'succeeded' || (tolerated && task.error?.code === tolerated)) return task;
    throw failureOf(task, host);
  }

  return {
    settings,
    read: twice(settings.searchKey, searching),
    fetch: twice(settings.indexKey, fetching),
    write,
    finished,
    finish: async (call) => finished(await write(call)),
  };
}

/**
 * Answers are asked for uncompressed: compressed ones leave the server in small pieces that wait 40 ms for each other, twenty times
 * what the search itself takes.
 */
function clientFor(host: string, apiKey: string, timeout: number): Meilisearch {
  return new Meilisearch({
    host,
    apiKey,
    timeout,
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  });
}
