import { LRUCache } from 'lru-cache';
import { type Clock, type Day, toDay } from '../domain/calendar.js';
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
    const faces = new Map<string, string>();
    const missing: SearchHit[] = [];
    for (const hit of hits) {
      const face = kept.get(keyOf(hit, today));
      if (face === undefined) missing.push(hit);
      else faces.set(hit.id, face);
    }
    if (missing.length === 0) return faces;
    const found = await directory.byIds(missing.map((hit) => hit.id));
    const listings = new Map(found.map((listing) => [listing.id, listing]));
    for (const hit of missing) {
      const listing = listings.get(hit.id);
      if (listing === undefined) continue;
      const face = views.render('directory/card-face', cardFace(listing, today));
      kept.set(keyOf(hit, today), face);
      faces.set(hit.id, face);
    }
    return faces;
  };
}

const keyOf = (hit: SearchHit, today: Day) => `${hit.id} ${hit.revision} ${today}`;
