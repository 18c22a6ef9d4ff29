import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/config.js';
import type { Store } from '../../src/storage/store.js';
import { type Finding, ok, reasonOf, wrong } from './finding.js';

export type Open = (config: Config) => Promise<Store>;

/** Opens the store as a start would, and queries it. */
export async function checkStore(config: Config, open: Open): Promise<Finding[]> {
  const { mongodbUri, dataDir } = config;
  const name = mongodbUri === null ? `the store in ${dataDir}` : 'the store at MONGODB_URI';
  if (mongodbUri === null && !existsSync(join(dataDir, 'holdspace.db')))
    return [ok(`the first start will create ${name}`)];
  return open(config).then(
    (store) => askStore(store, name).finally(() => store.close()),
    (error: unknown) => [wrong(`${name} cannot be opened`, reasonOf(error))],
  );
}

async function askStore({ therapists }: Store, name: string): Promise<Finding[]> {
  const counts = Promise.all([therapists.count(), therapists.count({ demo: true }), therapists.cursor()]);
  return counts.then(
    ([all, demo]) => [ok(`${name} answers: ${all} therapists, ${demo} of them fictional`)],
    (error: unknown) => [wrong(`${name} opened but does not answer`, reasonOf(error))],
  );
}
