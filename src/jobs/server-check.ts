import { SearchUnavailable } from '../search/search-index.js';
import type { ServerIndex } from './server-feed.js';

/** Why the index on the server cannot be used, and has to be rebuilt. */
export type Flaw = 'missing' | 'other-version' | 'other-size';

/** How many listings the server holds, or why that is unknown. @throws SearchUnavailable, SearchMisconfigured when it is away */
export async function sizeOrFlaw(index: ServerIndex): Promise<number | Flaw> {
  return index.size().catch((error: unknown) => {
    const trouble = error instanceof SearchUnavailable ? error.trouble : null;
    if (trouble === 'missing' || trouble === 'other-version') return trouble;
    throw error;
  });
}

/**
 * Compares sizes. Two indexes do not follow at the same moment, so only a difference twice in a row, with nothing being sent, is a flaw.
 */
export function createComparison(ownSize: () => Promise<number>) {
  let doubts = 0;
  return async (size: number, isPending: boolean): Promise<Flaw | 'even' | null> => {
    const even = size === (await ownSize());
    doubts = even || isPending ? 0 : doubts + 1;
    if (even) return 'even';
    return doubts >= 2 ? 'other-size' : null;
  };
}
