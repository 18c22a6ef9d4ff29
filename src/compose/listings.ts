import type { Config } from '../config.js';
import { createListingCache, storedListings } from '../directory/listing-cache.js';
import { followStore } from '../jobs/index-sync.js';
import { createServerSync } from '../jobs/search-server-sync.js';
import { counted } from '../search/counted.js';
import { createEmbeddedIndex } from '../search/embedded/embedded-index.js';
import { createFailoverIndex } from '../search/failover.js';
import type { Store } from '../storage/store.js';
import type { ProgramDeps } from './deps.js';
import { openSearchServer } from './open-engines.js';

/**
 * Where listings are read and found: the index in this process, a search server before it where there is one, and whatever keeps both
 * at what the store says. `onChange` is told after every change that was taken up.
 */
export async function openListings(
  config: Config,
  deps: ProgramDeps,
  store: Store,
  onChange: () => Promise<void>,
) {
  const { clock, newId, logger } = deps;
  const server = await openSearchServer(config, deps);
  const own = counted(createEmbeddedIndex());
  const failover = server && createFailoverIndex({ primary: server, fallback: own, clock, logger });
  const held = config.mongodbUri === null ? null : createListingCache(clock);
  const sync =
    server &&
    failover &&
    createServerSync({ store, index: server, failover, clock, logger, holder: newId() });
  const follower = followStore({
    ...{ store, index: own, clock, logger },
    ...(held && { hold: held.hold }),
    async onChange() {
      sync?.nudge();
      await onChange();
    },
  });
  const index = failover ?? own;
  return {
    store,
    own,
    /** `null` when searches are answered in this process alone. */
    failover,
    index,
    follower,
    listings: held ?? storedListings(store.therapists, clock),
    async start() {
      await follower.start();
      sync?.start();
    },
    async stop() {
      await sync?.stop();
      await follower.stop();
      await index.close();
    },
  };
}

export type OpenListings = Awaited<ReturnType<typeof openListings>>;
