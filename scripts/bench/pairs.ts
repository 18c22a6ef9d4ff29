import { Meilisearch } from 'meilisearch';
import { keysOfServer, randomName } from '../../test/support/meilisearch-harness.js';
import { dropDatabase, freshDatabase } from '../../test/support/mongo-databases.js';

/** A store and a search index, in a separate database and index. */
export interface Pair {
  name: string;
  mongodbUri: string | null;
  /** `null` = embedded search. */
  meilisearch: { host: string; searchKey: string; indexKey: string; indexName: string } | null;
}

/** Every pair, with the settings that are missing to measure it. */
export function enginePairs(): { name: string; missing: string[]; open(): Pair }[] {
  const { MONGODB_URI: mongodb, MEILI_HOST: host } = process.env;
  return [false, true].flatMap((onMeilisearch) =>
    [false, true].map((onMongo) => {
      const name = `${onMongo ? 'MongoDB' : 'embedded'} + ${onMeilisearch ? 'Meilisearch' : 'embedded'}`;
      const missing = [
        ...(onMongo && !mongodb ? ['MONGODB_URI'] : []),
        ...(onMeilisearch && !host ? ['MEILI_HOST'] : []),
      ];
      const open = (): Pair => ({
        name,
        mongodbUri: onMongo ? freshDatabase(mongodb!) : null,
        meilisearch: onMeilisearch
          ? { host: host!, ...keysOfServer(), indexName: `holdspace_bench_${randomName()}` }
          : null,
      });
      return { name, missing, open };
    }),
  );
}

/** Settings for the program. */
export function settingsOf({ mongodbUri, meilisearch }: Pair): Record<string, string> {
  return {
    ...(mongodbUri !== null && { MONGODB_URI: mongodbUri }),
    ...(meilisearch !== null && {
      MEILI_HOST: meilisearch.host,
      MEILI_SEARCH_KEY: meilisearch.searchKey,
      MEILI_INDEX_KEY: meilisearch.indexKey,
      MEILI_INDEX: meilisearch.indexName,
    }),
  };
}

/** Removes the database and the index. */
export async function removePair({ mongodbUri, meilisearch }: Pair): Promise<void> {
  if (mongodbUri !== null) await dropDatabase(mongodbUri);
  if (meilisearch === null) return;
  const client = new Meilisearch({ host: meilisearch.host, apiKey: meilisearch.indexKey, timeout: 30_000 });
  await client.deleteIndex(meilisearch.indexName).waitTask({ timeout: 60_000 });
}
