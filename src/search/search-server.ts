import type { IndexEntry } from './entry.js';
import type { SearchIndex } from './search-index.js';

/** Whether an index on a server can answer: it is there, and this version of the program made it. */
export type IndexState = 'ready' | 'missing' | 'other-version';

/** Is told how many entries have been taken up so far. */
export type OnProgress = (done: number) => void;

/** A search engine on a server of its own, which may be away, and whose index is written by one process at a time. */
export interface SearchServer extends SearchIndex {
  /** @throws SearchUnavailable, SearchMisconfigured when nobody can say */
  state(): Promise<IndexState>;
  /** Builds a new index from all entries and swaps it for the old one; returns how many it holds. */
  rebuild(entries: AsyncIterable<readonly IndexEntry[]>, onProgress?: OnProgress): Promise<number>;
  /** Gives equals their turn of the day, for searches with words; to be called when a day begins. `false` when it was done. */
  turn(): Promise<boolean>;
}
