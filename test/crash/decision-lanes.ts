import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { INDEX_KEY, SEARCH_KEY, startStandIn } from '../support/meilisearch-stand-in/stand-in.js';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { killWhileDeciding } from './decision-rounds.js';
import { outerSteps, ownSteps, type Step, serverSteps } from './decision-steps.js';
import { faultsOfFile } from './inspect.js';
import type { Outcome } from './rounds.js';

const storeSteps = [...Object.keys(ownSteps), ...Object.keys(outerSteps)] as Step[];
const searchServerSteps = Object.keys(serverSteps) as Step[];

/** Decisions on the embedded store, with the embedded search. */
export async function* decidingAlone(folder: string, random: () => number): AsyncGenerator<Outcome> {
  yield* onEmbeddedStore(join(folder, 'alone'), {}, storeSteps, random);
}

/** The same with a search server, which keeps its index when the program dies. */
export async function* decidingWithServer(folder: string, random: () => number): AsyncGenerator<Outcome> {
  const { host, stop } = await startStandIn();
  const settings = { MEILI_HOST: host, MEILI_SEARCH_KEY: SEARCH_KEY, MEILI_INDEX_KEY: INDEX_KEY };
  yield* onEmbeddedStore(join(folder, 'with-server'), settings, searchServerSteps, random);
  await stop();
}

/** The same as {@link decidingAlone}, with the records in a separate database on that server. */
export async function* decidingOnMongo(
  folder: string,
  server: string,
  random: () => number,
): AsyncGenerator<Outcome> {
  const address = freshDatabase(server);
  const location = { folder: join(folder, 'on-mongo'), address, settings: { MONGODB_URI: address } };
  await mkdir(location.folder);
  yield* killWhileDeciding(location, storeSteps, random);
  await dropDatabase(address);
}

async function* onEmbeddedStore(
  folder: string,
  settings: Record<string, string>,
  steps: readonly Step[],
  random: () => number,
): AsyncGenerator<Outcome> {
  await mkdir(folder);
  const address = join(folder, 'holdspace.db');
  yield* killWhileDeciding({ folder, address, settings }, steps, random);
  yield { what: 'the file after all decisions', faults: faultsOfFile(address) };
}
