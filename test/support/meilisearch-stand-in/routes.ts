import { type Asked, type Document, searchIndex } from './index-search.js';
import type { Indexes, Task } from './indexes.js';
import { Refusal } from './refusal.js';

export interface Call {
  method: string;
  path: string;
  body: unknown;
}

export interface Reply {
  status: number;
  body: unknown;
}

const ACCEPTED = 202;

/** The handful of endpoints that our own code uses. */
export function answerCall({ method, path, body }: Call, store: Indexes, version: string): Reply {
  const [first = '', uid = '', third = '', fourth = ''] = path.split('/').slice(1);
  const last = method === 'GET' && fourth !== '' ? ':id' : fourth;
  const route = [method, first, uid && ':uid', third, last].filter((part) => part !== '').join(' ');
  const ok = (answer: unknown): Reply => ({ status: 200, body: answer });
  const begun = (answer: unknown): Reply => ({ status: ACCEPTED, body: answer });
  switch (route) {
    case 'GET version':
      return ok({ commitSha: '', commitDate: '', pkgVersion: version });
    case 'GET tasks :uid':
      return ok(taskOf(Number(uid), store));
    case 'POST multi-search':
      return ok({ results: (body as { queries: Query[] }).queries.map((query) => search(query, store)) });
    case 'GET indexes':
      return ok({ results: [...store.indexes].map(([name, { updatedAt }]) => ({ uid: name, updatedAt })) });
    case 'POST indexes':
      return begun(store.create((body as { uid: string }).uid));
    case 'DELETE indexes :uid':
      store.get(uid);
      return begun(store.remove(uid));
    case 'GET indexes :uid settings':
      return ok(store.get(uid).settings);
    case 'PATCH indexes :uid settings':
      return begun(store.change(uid, body as Record<string, unknown>));
    case 'POST indexes :uid documents':
      return begun(store.add(uid, body as Document[]));
    case 'POST indexes :uid documents delete-batch':
      return begun(store.take(uid, body as string[]));
    case 'POST indexes :uid documents fetch':
      return ok(fetchDocuments(uid, body as Wanted, store));
    case 'GET indexes :uid documents :id':
      return ok(documentOf(uid, fourth, store));
    case 'POST swap-indexes':
      return begun(store.swap(body as { indexes: [string, string] }[]));
    default:
      throw new Refusal(404, 'not_found', `${route} is not offered here`);
  }
}

function taskOf(uid: number, store: Indexes): Task {
  const task = store.tasks[uid];
  if (!task || store.hiddenTasks.has(task.type)) throw new Refusal(404, 'task_not_found', 'no such task');
  return task;
}

function documentOf(uid: string, id: string, store: Indexes): Document {
  const document = store.get(uid).documents.get(id);
  if (!document) throw new Refusal(404, 'document_not_found', 'no such document');
  return document;
}

type Query = Asked & { indexUid: string };

function search(query: Query, store: Indexes): object {
  const { documents, settings } = store.get(query.indexUid);
  return { indexUid: query.indexUid, ...searchIndex(documents.values(), settings, query) };
}

interface Wanted {
  filter: string[];
  fields: string[];
  limit: number;
}

function fetchDocuments(uid: string, { filter, fields, limit }: Wanted, store: Indexes) {
  const asked = { indexUid: uid, q: '', filter, page: 1, hitsPerPage: limit, attributesToRetrieve: fields };
  const { hits, totalHits } = search(asked, store) as { hits: object[]; totalHits: number };
  return { results: hits, offset: 0, limit, total: totalHits };
}
