import type { Condition } from '../web/health.js';
import type { OpenListings } from './listings.js';

/** How the engines do, for `/readyz`. */
export async function conditionOf(engines: OpenListings | null): Promise<Condition> {
  if (engines === null) return { store: 'waiting', search: 'waiting', degraded: ['store'] };
  const store = await engines.store.ping().then(
    () => 'ok',
    () => 'unreachable',
  );
  const usesOwn = engines.failover?.health().using === 'fallback';
  const degraded = [...(store === 'ok' ? [] : ['store']), ...(usesOwn ? ['search'] : [])];
  return { store, search: usesOwn ? 'answered in this process' : 'ok', degraded };
}
