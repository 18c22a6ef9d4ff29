import { createHash } from 'node:crypto';
import { FileRefused } from './command.js';

/** The search key, and the one for the index; both for this index alone. */
const wishes = (index: string) => ({
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

type Wish = ReturnType<typeof wishes>['search'];

/** Always the same for the same key, so that a second run finds what the first one made. In the form of a random UUID, as is asked for. */
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

/** The two keys, made where they are not there yet. @throws FileRefused when Meilisearch does not answer, or refuses the master key. */
export async function makeKeys(server: KeyServer): Promise<{ search: string; index: string }> {
  const { search, index } = wishes(server.index);
  return { search: await keyFor(server, search), index: await keyFor(server, index) };
}

async function keyFor(server: KeyServer, wish: Wish): Promise<string> {
  const there = await call(server, 'GET', `/keys/${wish.uid}`);
  if (there.status === 200) return there.key;
  const made = await call(server, 'POST', '/keys', { ...wish, expiresAt: null });
  if (made.status === 201) return made.key;
  throw new FileRefused(
    made.status === 401 || made.status === 403
      ? 'Meilisearch refuses MEILI_MASTER_KEY: give the one it was started with.'
      : `Meilisearch made no key: it answered ${made.status}.`,
  );
}

async function call({ host, masterKey }: KeyServer, method: string, path: string, body?: object) {
  const answer = await fetch(host + path, {
    method,
    headers: { authorization: `Bearer ${masterKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(5000),
  }).catch(() => {
    throw new FileRefused(`Meilisearch does not answer at ${host}: start it, or mend MEILI_HOST.`);
  });
  const { key = '' } = (await answer.json().catch(() => ({}))) as { key?: string };
  return { status: answer.status, key };
}
