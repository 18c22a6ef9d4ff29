import type { Config } from '../../src/config.js';
import { type Finding, ok, reasonOf, warn, wrong } from './finding.js';

type Server = NonNullable<Config['meilisearch']>;

const nameOf = ({ indexName }: Server) => indexName ?? 'therapists';
const WAIT_MS = 3000;

/**
 * The requests of an indexing key. Their bodies are invalid on purpose: a key with permission gets a
 * bad-request error, and nothing changes.
 */
const permissions = (index: string): [permission: string, method: string, path: string][] => [
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

/** Checks that Meilisearch is reachable, the permissions of its keys, and the index. */
export async function checkMeilisearch({ meilisearch: server }: Config): Promise<Finding[]> {
  if (server === null) return [ok('MEILI_HOST is not set: this process answers searches')];
  const away = await call(server, '', 'GET', '/health').then(
    ({ status }) => (status === 200 ? null : `it answers ${status}`),
    reasonOf,
  );
  if (away !== null)
    return [
      wrong(
        `Meilisearch at ${server.host} cannot be reached (${away})`,
        'Start it, or correct MEILI_HOST. Until then this process answers searches.',
      ),
    ];
  const checks = [version(server), searchKey(server), indexKey(server), separation(server), index(server)];
  return Promise.all(checks.map((check) => check.catch(stoppedAnswering)));
}

const stoppedAnswering = (error: unknown) =>
  wrong(`Meilisearch stopped answering (${reasonOf(error)})`, 'Check its log.');

async function version(server: Server): Promise<Finding> {
  const { status, body } = await call(server, server.indexKey, 'GET', '/version');
  if (status !== 200)
    return warn(
      'MEILI_INDEX_KEY may not read the version of Meilisearch',
      'Give the key the permission `version`.',
    );
  const found = String(body.pkgVersion);
  const [major = 0, minor = 0] = found.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 50)
    ? ok(`Meilisearch ${found}`)
    : wrong(`Meilisearch ${found} is too old`, 'Run 1.50 or newer; the index is rebuilt from the store.');
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
        'Create keys with `npm run meili-keys`, and set the printed key.',
      )
    : ok('MEILI_SEARCH_KEY may search');
}

async function indexKey(server: Server): Promise<Finding> {
  const answers = await Promise.all(
    permissions(nameOf(server)).map(async ([permission, method, path]) => ({
      permission,
      status: (await call(server, server.indexKey, method, path)).status,
    })),
  );
  const missing = answers.filter(({ status }) => isRefused(status)).map(({ permission }) => permission);
  return missing.length > 0
    ? wrong(
        `MEILI_INDEX_KEY lacks ${missing.join(', ')}`,
        'Create keys with `npm run meili-keys`, and set the printed key.',
      )
    : ok('MEILI_INDEX_KEY may build and write the index');
}

/** A compromised page must not be able to do more than search, and the program never needs the master key. */
async function separation(server: Server): Promise<Finding> {
  const advice = 'Create keys with `npm run meili-keys`: one that may only search, and one for the index.';
  for (const key of [server.searchKey, server.indexKey])
    if ((await call(server, key, 'GET', '/keys?limit=1')).status === 200)
      return wrong('a key of this program is the master key, or has the same permissions', advice);
  if (server.searchKey === server.indexKey) return warn('one key may both search and write', advice);
  const { status } = await call(server, server.searchKey, 'PUT', `/indexes/${nameOf(server)}/documents`);
  return isRefused(status)
    ? ok('each key has only its own permissions')
    : warn('MEILI_SEARCH_KEY may also write', advice);
}

async function index(server: Server): Promise<Finding> {
  const { status, body } = await call(server, server.indexKey, 'GET', `/indexes/${nameOf(server)}/stats`);
  if (status === 404)
    return warn(
      `the index ${nameOf(server)} does not exist yet`,
      'Start the program, which builds it. Until then this process answers searches.',
    );
  if (status !== 200)
    return warn(
      `the statistics of the index ${nameOf(server)} cannot be read (${status})`,
      'Check the permissions above.',
    );
  // One extra document stores the version of the index.
  const listings = Math.max(0, Number(body.numberOfDocuments) - 1);
  return body.isIndexing === true
    ? warn(
        `the index ${nameOf(server)} has ${listings} listings, and is being written`,
        'Wait, and run the doctor again.',
      )
    : ok(`the index ${nameOf(server)} has ${listings} listings`);
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
