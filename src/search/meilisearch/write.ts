import { type EnqueuedTask, MeilisearchApiError } from 'meilisearch';
import type { IndexChange } from '../search-index.js';
import { type Document, documentOf } from './documents.js';
import type { Server } from './server.js';

/** Few large payloads are quicker than many small ones; the server takes 100 MB unless told otherwise. */
const MOST_BYTES = 8_000_000;

/** Brings changes into an index and waits until they are found. The last change of an id counts. */
export async function writeChanges(
  server: Server,
  uid: string,
  changes: readonly IndexChange[],
): Promise<void> {
  const last = new Map(changes.map((change) => [change.id, change.entry]));
  const added = [...last.values()].flatMap((entry) => (entry === null ? [] : documentOf(entry)));
  const removed = [...last].flatMap(([id, entry]) => (entry === null ? id : []));
  const sent = writeDocuments(server, uid, added);
  const gone =
    removed.length === 0 ? [] : [server.finish((client) => client.index(uid).deleteDocuments(removed))];
  await Promise.all([sent, ...gone]);
}

/** Sends documents in payloads of a fitting size and waits until all are found. */
export async function writeDocuments(
  server: Server,
  uid: string,
  documents: readonly Document[],
): Promise<void> {
  const tasks: EnqueuedTask[] = [];
  for (const payload of payloads(documents, MOST_BYTES)) tasks.push(...(await send(server, uid, payload)));
  for (const task of tasks) await server.finished(task);
}

/** What the server finds too large is sent in halves. @throws SearchUnavailable when a single document is. */
async function send(server: Server, uid: string, documents: readonly Document[]): Promise<EnqueuedTask[]> {
  const sent = await server.write((client) =>
    client
      .index<Document>(uid)
      .addDocuments([...documents], { primaryKey: 'id' })
      .catch((error: unknown) => {
        if (documents.length > 1 && isTooLarge(error)) return null;
        throw error;
      }),
  );
  if (sent !== null) return [sent];
  const half = Math.ceil(documents.length / 2);
  const first = await send(server, uid, documents.slice(0, half));
  return [...first, ...(await send(server, uid, documents.slice(half)))];
}

function isTooLarge(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.response.status === 413;
}

/** The documents in order, in runs of at most so many bytes, or of one. */
function payloads(documents: readonly Document[], most: number): Document[][] {
  const runs: Document[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document));
    if (bytes + size > most) {
      runs.push([]);
      bytes = 0;
    }
    runs.at(-1)!.push(document);
    bytes += size;
  }
  return runs;
}
