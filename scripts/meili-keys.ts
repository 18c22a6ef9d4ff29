import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { UsageError } from './seed/arguments.js';
import { runCommand } from './support/command.js';
import { makeKeys } from './support/make-keys.js';

/*
 * `npm run meili-keys`: creates the program's two keys in Meilisearch, and prints them as lines for `.env`. Only this command
 * reads the master key, from MEILI_MASTER_KEY.
 */

const USAGE = `Set MEILI_HOST and MEILI_MASTER_KEY, in the environment or in .env:
  MEILI_HOST=http://127.0.0.1:7700 MEILI_MASTER_KEY=… npm run meili-keys`;

runCommand(
  () => USAGE,
  async () => {
    const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
    const value = (name: string) => (process.env[name]?.trim() || file[name]?.trim()) ?? '';
    const [host, masterKey] = [value('MEILI_HOST'), value('MEILI_MASTER_KEY')];
    if (!URL.canParse(host) || masterKey === '') throw new UsageError(USAGE);
    const { search, index } = await makeKeys({
      host: new URL(host).origin,
      masterKey,
      index: value('MEILI_INDEX') || 'therapists',
    });
    console.log(`MEILI_SEARCH_KEY=${search}\nMEILI_INDEX_KEY=${index}`);
    return 0;
  },
);
