import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIndexes } from './indexes.js';
import { Refusal } from './refusal.js';
import { answerCall, type Call } from './routes.js';

/** What goes wrong with a call: another answer, a late one, none at all, or a line that is cut. */
export type Fault =
  | { kind: 'answer'; status: number; body: string; headers?: Record<string, string> }
  | { kind: 'late'; ms: number }
  | { kind: 'silent' }
  | { kind: 'cut' };

export interface SeenCall extends Call {
  headers: IncomingMessage['headers'];
}

export const SEARCH_KEY = 'a-key-for-searching';
export const INDEX_KEY = 'a-key-for-indexing';

/**
 * A server that answers as Meilisearch does, as far as our own code asks, and goes wrong on demand. It shows how our code deals with
 * errors; that it finds what Meilisearch finds is shown by Meilisearch alone.
 */
export async function startStandIn() {
  const state = {
    version: '1.50.0',
    taskMs: 0,
    payloadLimit: Number.POSITIVE_INFINITY,
    /** Asked before every call. */
    fault: (_: SeenCall): Fault | null => null,
    /** Asked before every task: the code with which it fails. */
    taskFailure: (_type: string): string | null => null,
    calls: [] as SeenCall[],
  };
  let store = newStore();
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;

  function newStore() {
    return createIndexes(
      () => state.taskMs,
      (type) => state.taskFailure(type),
    );
  }

  function listen(at: number): Promise<Server> {
    const made = createServer((request, response) => {
      // The client may hang up in the middle of a call; the server continues.
      handle(request, response).catch(() => request.socket.destroy());
    });
    return new Promise((resolve) => made.listen(at, '127.0.0.1', () => resolve(made)));
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const path = new URL(request.url ?? '/', 'http://stand-in').pathname;
    const call = { method: request.method ?? '', path, body: parse(text), headers: request.headers };
    state.calls.push(call);
    const fault = state.fault(call);
    if (fault?.kind === 'silent') return;
    if (fault?.kind === 'cut') return void request.socket.destroy();
    if (fault?.kind === 'answer') return void response.writeHead(fault.status, fault.headers).end(fault.body);
    if (fault?.kind === 'late') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    reply(call, text.length, response);
  }

  function reply(call: SeenCall, bytes: number, response: ServerResponse): void {
    let [status, body]: [number, unknown] = [200, null];
    try {
      checkKey(call);
      if (bytes > state.payloadLimit) throw new Refusal(413, 'payload_too_large', 'too large');
      ({ status, body } = answerCall(call, store, state.version));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      status = error.status;
      body = { message: error.message, code: error.code, type: 'invalid_request', link: '' };
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  return {
    host: `http://127.0.0.1:${port}`,
    state,
    hideTasks: (type: string) => store.hiddenTasks.add(type),
    indexNames: () => [...store.indexes.keys()],
    index: (uid: string) => store.get(uid),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    /** Up again at the same address; `empty` as on a new disk. */
    async start(options: { empty: boolean } = { empty: false }) {
      if (options.empty) store = newStore();
      server = await listen(port);
    },
  };
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

function parse(text: string): unknown {
  return text === '' ? null : JSON.parse(text);
}

function checkKey({ path, headers }: SeenCall): void {
  const given = headers.authorization?.replace(/^Bearer /, '');
  if (given === undefined)
    throw new Refusal(401, 'missing_authorization_header', 'The Authorization header is missing.');
  const allowed = path === '/multi-search' ? [SEARCH_KEY, INDEX_KEY] : [INDEX_KEY];
  if (!allowed.includes(given)) throw new Refusal(403, 'invalid_api_key', 'The provided API key is invalid.');
}
