import type { Config } from '../../src/config.js';
import { type Finding, look, ok, reasonOf, wrong } from './finding.js';

type Server = NonNullable<Config['meilisearch']>;

const nameOf = ({ indexName }: Server) => indexName ?? 'therapists';
const WAIT_MS = 3000;

/** What a key for indexing is used for. The bodies are none on purpose: who may is told that they are bad, and nothing is changed. */
const rights = (index: string): [right: string, method: string, path: string][] => [
  ['indexes.get', 'GET', '/indexes?limit=1'],
  ['indexes.create', 'POST', '/indexes'],
  ['indexes.swap', 'POST', '/swap-indexes'],
  ['settings.get', 'GET', `/indexes/${index}/settings`],
  ['settings.update', 'PATCH', `/indexes/${index}/settings`],
  ['documents.add', 'PUT', `/indexes/${index}/documents`],
  ['documents.delete', 'POST', `/indexes/${index}/documents/delete-batch`],
  ['tasks.get', 'GET', '/tasks?limit=1'],
  ['stats.get', 'GET', `/indexes/${index}/stats`],
];

/** Whether Meilisearch can be reached, what its keys may do, and how the index is. */
export async function checkMeilisearch({ meilisearch: server }: Config): Promise<Finding[]> {
  if (server === null) return [ok('MEILI_HOST is not set: searches are answered in this process')];
  const away = await call(server, '', 'GET', '/health').then(
    ({ status }) => (status === 200 ? null : `it answers ${status}`),
    reasonOf,
  );
  if (away !== null)
    return [
      wrong(
        `Meilisearch at ${server.host} cannot be reached (${away})`,
        'Start it, or mend MEILI_HOST. Until then searches are answered in this process.',
      ),
    ];
  const checks = [version(server), searchKey(server), indexKey(server), separation(server), index(server)];
  return Promise.all(checks.map((check) => check.catch(silent)));
}

const silent = (error: unknown) =>
  wrong(`Meilisearch stopped answering (${reasonOf(error)})`, 'Look into its log.');

async function version(server: Server): Promise<Finding> {
  const { status, body } = await call(server, server.indexKey, 'GET', '/version');
  if (status !== 200)
    return look(
      'Meilisearch does not tell its version to MEILI_INDEX_KEY',
      'Give the key the right `version`.',
    );
  const told = String(body.pkgVersion);
  const [major = 0, minor = 0] = told.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 50)
    ? ok(`Meilisearch ${told}`)
    : wrong(`Meilisearch ${told} is too old`, 'Run 1.50 or newer; its index is built anew from the store.');
}

async function searchKey(server: Server): Promise<Finding> {
  const { status } = await call(
    server,
    server.searchKey,
    'POST',
    `/indexes/${nameOf(server)}/search`,
    '{"limit":0}',
  );
  return isRefused(status)
    ? wrong(
        'MEILI_SEARCH_KEY may not search',
        'Make keys with `npm run meili-keys`, and set the one it prints.',
      )
    : ok('MEILI_SEARCH_KEY may search');
}

async function indexKey(server: Server): Promise<Finding> {
  const answers = await Promise.all(
    rights(nameOf(server)).map(async ([right, method, path]) => ({
      right,
      status: (await call(server, server.indexKey, method, path)).status,
    })),
  );
  const missing = answers.filter(({ status }) => isRefused(status)).map(({ right }) => right);
  return missing.length > 0
    ? wrong(
        `MEILI_INDEX_KEY lacks ${missing.join(', ')}`,
        'Make keys with `npm run meili-keys`, and set the one it prints.',
      )
    : ok('MEILI_INDEX_KEY may build and write the index');
}

/** A page that is broken into should not be able to do more than search, and nobody needs the master key. */
async function separation(server: Server): Promise<Finding> {
  const advice = 'Make keys with `npm run meili-keys`: one that may only search, one for the index.';
  for (const key of [server.searchKey, server.indexKey])
    if ((await call(server, key, 'GET', '/keys?limit=1')).status === 200)
      return wrong('a key given to this program is the master key, or as strong', advice);
  if (server.searchKey === server.indexKey) return look('one key does both searching and writing', advice);
  const { status } = await call(server, server.searchKey, 'PUT', `/indexes/${nameOf(server)}/documents`);
  return isRefused(status)
    ? ok('each key may do its own work alone')
    : look('MEILI_SEARCH_KEY may also write', advice);
}

async function index(server: Server): Promise<Finding> {
  const { status, body } = await call(server, server.indexKey, 'GET', `/indexes/${nameOf(server)}/stats`);
  if (status === 404)
    return look(
      `the index ${nameOf(server)} is not there yet`,
      'Start the program: it builds it. Until then searches are answered in process.',
    );
  if (status !== 200)
    return look(
      `the index ${nameOf(server)} tells nothing of itself (${status})`,
      'See to the rights above.',
    );
  // One document more tells which version of the index it is.
  const listings = Math.max(0, Number(body.numberOfDocuments) - 1);
  return body.isIndexing === true
    ? look(
        `the index ${nameOf(server)} holds ${listings} listings, and is being written`,
        'Wait, and look again.',
      )
    : ok(`the index ${nameOf(server)} holds ${listings} listings`);
}

const isRefused = (status: number) => status === 401 || status === 403;

async function call({ host }: Server, key: string, method: string, path: string, body?: string) {
  const answer = await fetch(host + path, {
    method,
    headers: {
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
      ...(method === 'GET' ? {} : { 'content-type': body === undefined ? 'text/plain' : 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: body ?? '[' }),
    signal: AbortSignal.timeout(WAIT_MS),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: answer.status, body: (isJson ? JSON.parse(text) : {}) as Record<string, unknown> };
}
