import type { Clock } from '../../domain/calendar.js';
import { type SearchQuery, SearchUnavailable } from '../search-index.js';
import type { IndexState, SearchServer } from '../search-server.js';
import { createAsk, type OnCall } from './ask.js';
import { createFetchNear } from './near-fetch.js';
import { searchNear, totalNear } from './near-search.js';
import { rebuildIndex } from './rebuild.js';
import { searchEverywhere, totalsEverywhere } from './search.js';
import { connectServer, type ServerOptions } from './server.js';
import { applySettings } from './settings.js';
import { checkStart, type Warn } from './start.js';
import { writeChanges } from './write.js';

export interface MeilisearchOptions {
  /** `http://127.0.0.1:7700` */
  host: string;
  /** May search in our index. */
  searchKey: string;
  /** May do everything with documents, indexes and settings of our index and of `…_next_*`, and see tasks. */
  indexKey: string;
  clock: Clock;
  /** Letters, digits, `-` and `_` only: it becomes part of a name on the server. */
  newId: () => string;
  /** Is told when the server cannot be used at the start. */
  logger?: Warn;
  /** `therapists` unless given. */
  indexName?: string;
  /** For one search, in milliseconds; 2000 unless given. */
  timeoutMs?: number;
  /** The names under which the settings were given, for messages. */
  settings?: ServerOptions['settings'];
  /** Written into the index that is built, to tell where it came from. */
  builtFrom?: string;
  /** Is told the server's own time of every call. */
  onCall?: OnCall;
}

const ENV_NAMES = {
  host: 'MEILI_HOST',
  searchKey: 'MEILI_SEARCH_KEY (or MEILI_API_KEY)',
  indexKey: 'MEILI_INDEX_KEY (or MEILI_API_KEY)',
};

/**
 * The search engine on a Meilisearch server. A server that cannot be reached, or holds no index of ours, is no error here: `state()`
 * tells, and every call fails with SearchUnavailable until it is back.
 * @throws SearchMisconfigured when the address or a key is wrong or the server too old
 */
export async function openMeilisearchIndex(options: MeilisearchOptions): Promise<SearchServer> {
  const {
    clock,
    newId,
    logger,
    indexName: uid = 'therapists',
    timeoutMs = 2000,
    builtFrom = 'store',
  } = options;
  const server = connectServer({ ...options, timeoutMs, settings: options.settings ?? ENV_NAMES });
  const ask = createAsk(server, uid, options.onCall);
  const fetchNear = createFetchNear(server, uid, ask);
  await checkStart(server, ask, logger);
  return {
    search: (query, today) =>
      query.near === null ? searchEverywhere(query, today, ask) : searchNear(query, today, ask, fetchNear),
    async totals(queries, today) {
      const everywhere = (query: SearchQuery) => query.near === null;
      const plain = await totalsEverywhere(queries.filter(everywhere), today, ask);
      const totals: number[] = [];
      for (const query of queries)
        totals.push(everywhere(query) ? plain.shift()! : await totalNear(query, today, fetchNear));
      return totals;
    },
    async apply(changes) {
      if (changes.length === 0) return;
      await ask([]);
      await writeChanges(server, uid, changes);
    },
    async size() {
      const [answer] = await ask([{ q: '', filter: ['kind = "listing"'], page: 1, hitsPerPage: 0 }]);
      return answer!.total;
    },
    close: async () => undefined,
    state: () => ask([]).then(() => 'ready' as const, stateOf),
    rebuild: (entries, onProgress) =>
      rebuildIndex({ server, uid, clock, newId, builtFrom }, entries, onProgress ?? (() => undefined)),
    async turn() {
      await ask([]);
      return await applySettings(server, uid, clock.now());
    },
  };
}

function stateOf(error: unknown): IndexState {
  const trouble = error instanceof SearchUnavailable ? error.trouble : null;
  if (trouble === 'missing' || trouble === 'other-version') return trouble;
  throw error;
}
