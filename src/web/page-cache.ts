import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.js';

/** What every kept answer depends on besides its address: it is thrown away when one of them moves. */
export interface Edition {
  directory: number;
  day: string;
}

export interface PageCache {
  /** What is kept for this address, or a way to keep what is made for it now. */
  find(url: string): Answer | Keep;
}

/** Keeps nothing. */
export const noCache: PageCache = { find: () => () => undefined };

/** Keeps an answer, unless the edition moved on while it was made. */
export type Keep = (answer: Answer) => void;

/**
 * Keeps answers that depend on nothing but their address, the directory and the day; no visitor has any part in them.
 * Holds at most `maxBytes` of pages, the least used go first.
 */
export function createPageCache(edition: () => Edition, maxBytes = 48 * 1024 * 1024): PageCache {
  const kept = new LRUCache<string, Answer>({ maxSize: maxBytes, sizeCalculation: sizeOf });
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
        if (asked === current && isKept(answer)) kept.set(url, answer);
      };
      return kept.get(url) ?? keep;
    },
  };
}

const isKept = (answer: Answer) => answer.kind === 'page' && answer.status === 200 && !answer.notCacheable;

/** With room for a compressed copy. */
function sizeOf(answer: Answer, url: string): number {
  return Math.ceil(200 + url.length * 2 + (answer.kind === 'page' ? answer.body.length * 1.5 : 0));
}
