import { createHash } from 'node:crypto';
import { FileRefused } from './command.js';

/** The search key and the index key, both for this index only. */
const keySpecs = (index: string) => ({
  search: {
    uid: uidOf(`search ${index}`),
    name: `Holdspace: search in ${index}`,
    description: 'May search in the index of listings, and nothing else',
    actions: ['search'],
    indexes: [index],
  },
  index: {
    uid: uidOf(`index ${index}`),
    name: `Holdspace: index ${index}`,
    description: 'Builds the index of listings beside the one in use, and keeps it up to date',
    actions: ['search', 'documents.*', 'indexes.*', 'settings.*', 'tasks.*', 'stats.*', 'version'],
    indexes: [index, `${index}_next_*`],
  },
});

type KeySpec = ReturnType<typeof keySpecs>['search'];

/**
 * The same UID for the same key, so that a second run finds the keys of the first. Formatted as a random UUID,
 * which Meilisearch requires.
 */
function uidOf(purpose: string): string {
  const hex = createHash('sha256').update(`holdspace ${purpose}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface KeyServer {
  /** `http://127.0.0.1:7700` */
  host: string;
  masterKey: string;
  index: string;
}

/**
 * The two keys, created when missing.
 * @throws FileRefused when Meilisearch does not answer, or refuses the master key.
 */
export async function makeKeys(server: KeyServer): Promise<{ search: string; index: string }> {
  const { search, index } = keySpecs(server.index);
  return { search: await keyFor(server, search), index: await keyFor(server, index) };
}

async function keyFor(server: KeyServer, spec: KeySpec): Promise<string> {
  const existing = await call(server, 'GET', `/keys/${spec.uid}`);
  if (existing.status === 200) return existing.key;
  const created = await call(server, 'POST', '/keys', { ...spec, expiresAt: null });
  if (created.status === 201) return created.key;
  throw new FileRefused(
    created.status === 401 || created.status === 403
      ? 'Meilisearch refuses MEILI_MASTER_KEY: set the key that it was started with.'
      : `Meilisearch created no key (status ${created.status}): check its log.`,
  );
}

async function call({ host, masterKey }: KeyServer, method: string, path: string, body?: object) {
  const answer = await fetch(host + path, {
    method,
    headers: { authorization: `Bearer ${masterKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(5000),
  }).catch(() => {
    throw new FileRefused(`Meilisearch does not answer at ${host}: start it, or correct MEILI_HOST.`);
  });
  const { key = '' } = (await answer.json().catch(() => ({}))) as { key?: string };
  return { status: answer.status, key };
}
