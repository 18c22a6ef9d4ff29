import { LRUCache } from 'lru-cache';
import { type Clock, toDay } from '../domain/calendar.js';
import type { SearchHit } from '../search/search-index.js';
import type { Views } from '../web/views.js';
import { cardFace } from './pages/card.js';
import type { Directory } from './service.js';

/** The rendered faces of these hits by id; a listing that has gone since it was indexed has none. */
export type CardFaces = (hits: readonly SearchHit[]) => Promise<ReadonlyMap<string, string>>;

/**
 * A card's face depends on the listing's revision and the day alone, so the markup of the 20,000 last shown (about 1.5 KB each) is kept:
 * a page of results then reads and renders only what is new to it.
 */
export function createCardFaces(directory: Directory, views: Views, clock: Clock): CardFaces {
  const kept = new LRUCache<string, string>({ max: 20_000 });
  return async (hits) => {
    const today = toDay(clock.now());
    const key = (hit: SearchHit) => `${hit.id} ${hit.revision} ${today}`;
    const missing = hits.filter((hit) => !kept.has(key(hit)));
    const listings = missing.length === 0 ? [] : await directory.byIds(missing.map((hit) => hit.id));
    const fresh = new Map(
      listings.map((listing) => [listing.id, views.render('directory/card-face', cardFace(listing, today))]),
    );
    const faces = new Map<string, string>();
    for (const hit of hits) {
      const face = kept.get(key(hit)) ?? fresh.get(hit.id);
      if (face === undefined) continue;
      kept.set(key(hit), face);
      faces.set(hit.id, face);
    }
    return faces;
  };
}
