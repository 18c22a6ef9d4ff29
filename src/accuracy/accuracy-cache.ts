import type { Accuracy } from './figures.js';

/** How long the figures are given as they were reckoned: the page is public, and reckoning reads much. */
const FOR_MS = 60_000;

/** Reckons once in a while, and once for all who ask meanwhile; a failure is not kept. */
export function createAccuracyCache(reckon: () => Promise<Accuracy>): () => Promise<Accuracy> {
  let kept: Promise<Accuracy> | null = null;
  let until = 0;
  return () => {
    if (kept === null || performance.now() >= until) {
      until = performance.now() + FOR_MS;
      kept = reckon();
      kept.catch(() => {
        kept = null;
      });
    }
    return kept;
  };
}
