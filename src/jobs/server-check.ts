import { SearchUnavailable } from '../search/search-index.js';
import type { ServerIndex } from './server-feed.js';

/** Why the index on the server cannot be gone on with: it has to be built anew. */
export type Flaw = 'missing' | 'other-version' | 'other-size';

/** How many listings the server holds, or why nobody can say. @throws SearchUnavailable, SearchMisconfigured when it is away */
export async function sizeOrFlaw(index: ServerIndex): Promise<number | Flaw> {
  return index.size().catch((error: unknown) => {
    const trouble = error instanceof SearchUnavailable ? error.trouble : null;
    if (trouble === 'missing' || trouble === 'other-version') return trouble;
    throw error;
  });
}

/**
 * Compares sizes. Only what differs twice in a row, with nothing on its way, is wrong: the two indexes do not follow at the same moment.
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
