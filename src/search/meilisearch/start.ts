import { SearchMisconfigured, SearchUnavailable } from '../search-index.js';
import type { Ask } from './ask.js';
import { tooOld } from './errors.js';
import type { Server } from './server.js';

export interface Warn {
  warn(details: object, message: string): void;
}

const OLDEST = [1, 50] as const;

/**
 * Checks the keys and the server. A problem that may pass by itself is only logged.
 * @throws SearchMisconfigured
 */
export async function checkStart(server: Server, ask: Ask, logger: Warn | undefined): Promise<void> {
  const troubles: SearchUnavailable[] = [];
  for (const check of [() => ask([]), () => listIndexes(server), () => checkVersion(server)])
    await check().catch((error: unknown) => {
      if (!(error instanceof SearchUnavailable)) throw error;
      troubles.push(error);
    });
  const [first] = troubles;
  if (first) logger?.warn({ trouble: first.trouble }, `Meilisearch cannot be used yet: ${first.message}`);
}

async function listIndexes(server: Server): Promise<void> {
  await server.write((client) => client.getRawIndexes({ limit: 1 }));
}

/** A key need not be allowed to ask for the version; the server then shows its age when it is given settings it does not know. */
async function checkVersion(server: Server): Promise<void> {
  const version = await server
    .write((client) => client.getVersion())
    .catch((error: unknown) => {
      if (error instanceof SearchMisconfigured) return null;
      throw error;
    });
  const [major = 0, minor = 0] = (version?.pkgVersion ?? '').split('.').map(Number);
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  if (version && isOld) throw tooOld(server.settings.host);
}
