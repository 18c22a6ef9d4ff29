import type { Clock } from '../domain/calendar.js';
import type { Follower } from '../jobs/index-sync.js';
import type { Counted } from '../search/counted.js';
import type { FailoverIndex } from '../search/failover.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Store } from '../storage/store.js';
import type { Figures } from '../web/metrics.js';

interface Engines {
  store: Store;
  follower: Follower;
  own: Counted<SearchIndex & { version(): number }>;
  failover: FailoverIndex | null;
}

/** While no engine is open yet. */
const nothing: Figures = {
  storeReachable: false,
  index: null,
  followerLagSeconds: null,
  answered: {},
  searchServerUsed: null,
  searchServerFailures: {},
};

/** How the engines do now. Pings the store, which may take two seconds when it is away. */
export async function engineFigures(engines: Engines | null, clock: Clock): Promise<Figures> {
  if (engines === null) return nothing;
  const { store, follower, own, failover } = engines;
  const lastReadAt = follower.lastReadAt();
  const health = failover?.health() ?? null;
  return {
    storeReachable: await store.ping().then(
      () => true,
      () => false,
    ),
    index: { listings: await own.size(), version: (failover ?? own).version() },
    followerLagSeconds: lastReadAt && (clock.now().getTime() - lastReadAt.getTime()) / 1000,
    answered: { embedded: own.answered(), ...(health && { meilisearch: health.answered.primary }) },
    searchServerUsed: health && health.using === 'primary',
    searchServerFailures: health?.failures ?? {},
  };
}
