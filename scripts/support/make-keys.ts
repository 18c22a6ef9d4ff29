import { FileRefused } from './command.js';

/** Always the same, so that a second run finds what the first one made. */
const keys = {
  search: {
    uid: '5f0c1e34-6a52-4d0b-9a57-3b7a2f1d8c01',
    name: 'Holdspace: search',
    description: 'May search in the index of listings, and nothing else',
    actions: ['search'],
    indexes: ['therapists'],
  },
  index: {
    uid: '5f0c1e34-6a52-4d0b-9a57-3b7a2f1d8c02',
    name: 'Holdspace: index',
    description: 'Builds the index of listings beside the one in use, and keeps it up to date',
    actions: ['search', 'documents.*', 'indexes.*', 'settings.*', 'tasks.*', 'stats.*', 'version'],
    indexes: ['therapists', 'therapists_next_*'],
  },
} as const;

type Wish = (typeof keys)[keyof typeof keys];

export interface KeyServer {
  /** `http://127.0.0.1:7700` */
  host: string;
  masterKey: string;
}

/** The two keys, made where they are not there yet. @throws FileRefused when Meilisearch does not answer, or refuses the master key. */
export async function makeKeys(server: KeyServer): Promise<{ search: string; index: string }> {
  return { search: await keyFor(server, keys.search), index: await keyFor(server, keys.index) };
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
