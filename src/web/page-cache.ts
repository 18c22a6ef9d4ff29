import { LRUCache } from 'lru-cache';
import type { Answer, Page } from './answer.js';

/** What every cached page depends on besides its address: the cache is emptied when one of them changes. */
export interface Edition {
  directory: number;
  day: string;
}

export interface PageCache {
  /** The page that is cached for this address, or a way to cache the one that is made now. */
  find(url: string): Page | Keep;
}

/** Caches nothing. */
export const noCache: PageCache = { find: () => () => undefined };

/** Caches an answer that is a page, unless the edition changed while it was made. */
export type Keep = (answer: Answer) => void;

/**
 * Caches pages that depend only on their address, the directory and the day, never on the visitor. Holds at most `maxBytes` of them;
 * the least recently used go first.
 */
export function createPageCache(edition: () => Edition, maxBytes = 48 * 1024 * 1024): PageCache {
  const kept = new LRUCache<string, Page>({ maxSize: maxBytes, sizeCalculation: sizeOf });
  let current = edition();
  const turnOver = () => {
    const now = edition();
    if (now.directory === current.directory && now.day === current.day) return;
    current = now;
    kept.clear();
  };
  return {
    find(url) {
      turnOver();
      const asked = current;
      const keep: Keep = (answer) => {
        turnOver();
        if (asked === current && isCacheable(answer)) kept.set(url, answer);
      };
      return kept.get(url) ?? keep;
    },
  };
}

const isCacheable = (answer: Answer): answer is Page =>
  answer.kind === 'page' && answer.status === 200 && !answer.notCacheable;

/** With room for a compressed copy. */
function sizeOf({ body }: Page, url: string): number {
  return Math.ceil(200 + url.length * 2 + body.length * 1.5);
}

/** Answers from the cache, or with what `make` answers, which is then cached. Notes in `locals` which of the two it was. */
export async function fromCache<A extends Answer>(
  cache: PageCache,
  url: string,
  locals: { cache?: 'hit' | 'miss' },
  make: () => Promise<A>,
): Promise<A | Page> {
  const found = cache.find(url);
  locals.cache = typeof found === 'function' ? 'miss' : 'hit';
  if (typeof found !== 'function') return found;
  const fresh = await make();
  found(fresh);
  return fresh;
}
