import type { Accuracy } from './figures.js';

/** How long the figures are cached: the page is public, and computing them reads much. */
const FOR_MS = 60_000;

/** Computes once in a while, and once for everyone who asks meanwhile; a failure is not cached. */
export function createAccuracyCache(compute: () => Promise<Accuracy>): () => Promise<Accuracy> {
  let kept: Promise<Accuracy> | null = null;
  let until = 0;
  return () => {
    if (kept === null || performance.now() >= until) {
      until = performance.now() + FOR_MS;
      kept = compute();
      kept.catch(() => {
        kept = null;
      });
    }
    return kept;
  };
}
