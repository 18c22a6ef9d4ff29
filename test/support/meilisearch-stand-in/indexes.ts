import type { Document, IndexSettings } from './index-search.js';
import { Refusal } from './refusal.js';

export interface StoredIndex {
  documents: Map<string, Document>;
  settings: IndexSettings;
  updatedAt: Date;
}

export interface Task {
  uid: number;
  type: string;
  indexUid: string | null;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  error: { message: string; code: string; type: string; link: string } | null;
}

/** The indexes of a server and its one queue: what is written is found when its task is done, and not before. */
export function createIndexes(taskMs: () => number, failTask: (type: string) => string | null) {
  const indexes = new Map<string, StoredIndex>();
  const tasks: Task[] = [];
  let queue: Promise<void> = Promise.resolve();

  function enqueue(type: string, indexUid: string | null, work: () => void) {
    const task: Task = { uid: tasks.length, type, indexUid, status: 'enqueued', error: null };
    tasks.push(task);
    queue = queue.then(() => pause(taskMs())).then(() => run(task, work));
    return { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: new Date().toISOString() };
  }

  function run(task: Task, work: () => void): void {
    try {
      const code = failTask(task.type);
      if (code !== null) throw new Refusal(500, code, 'failed on demand');
      work();
      task.status = 'succeeded';
      const index = task.indexUid === null ? undefined : indexes.get(task.indexUid);
      if (index) index.updatedAt = new Date();
    } catch (error) {
      const { code, message } = error as Refusal;
      task.status = 'failed';
      task.error = { message, code, type: 'invalid_request', link: '' };
    }
  }

  function get(uid: string): StoredIndex {
    const index = indexes.get(uid);
    if (!index) throw new Refusal(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  }

  const empty = (): StoredIndex => ({ documents: new Map(), settings: {}, updatedAt: new Date() });

  return {
    indexes,
    tasks,
    /** Kinds of task that a key limited to some indexes is not shown. */
    hiddenTasks: new Set<string>(),
    get,
    create: (uid: string) =>
      enqueue('indexCreation', uid, () => {
        if (indexes.has(uid)) throw new Refusal(409, 'index_already_exists', 'exists');
        indexes.set(uid, empty());
      }),
    remove: (uid: string) =>
      enqueue('indexDeletion', uid, () => {
        get(uid);
        indexes.delete(uid);
      }),
    /** As the real one, it makes an index that is missing. */
    add: (uid: string, documents: readonly Document[]) =>
      enqueue('documentAdditionOrUpdate', uid, () => {
        if (!indexes.has(uid)) indexes.set(uid, empty());
        for (const document of documents) get(uid).documents.set(document.id, document);
      }),
    take: (uid: string, ids: readonly string[]) =>
      enqueue('documentDeletion', uid, () => {
        for (const id of ids) get(uid).documents.delete(id);
      }),
    change: (uid: string, settings: IndexSettings) =>
      enqueue('settingsUpdate', uid, () => {
        Object.assign(get(uid).settings, settings);
      }),
    swap: (pairs: readonly { indexes: [string, string] }[]) =>
      enqueue('indexSwap', null, () => {
        for (const { indexes: names } of pairs) {
          const [left, right] = [get(names[0]), get(names[1])];
          indexes.set(names[0], right).set(names[1], left);
        }
      }),
  };
}

export type Indexes = ReturnType<typeof createIndexes>;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms === 0) setImmediate(resolve);
    else setTimeout(resolve, ms);
  });
}
