import MiniSearch from 'minisearch';
import { prefixTypos } from '../../src/search/edit-distance.js';
import type { IndexEntry } from '../../src/search/entry.js';
import type { SearchQuery } from '../../src/search/search-index.js';
import { queryWords, typosAllowed, words } from '../../src/search/words.js';
import { naiveFilter } from './naive-filter.js';

/** Another way to answer a search. Returns the number of hits. */
export type Rival = (query: SearchQuery) => number;

/** Checks every listing, and every word of it when the search has text. */
export function arrayFilter(entries: readonly IndexEntry[]): Rival {
  return (query) => {
    const typed = queryWords(query.q);
    if (typed.length === 0) return naiveFilter(entries, query).total;
    const word = typed[0]!;
    const allowed = typosAllowed(word);
    const answers = (text: string) => words(text).some((one) => prefixTypos(word, one, allowed) <= allowed);
    const { total } = naiveFilter(entries, query, ({ text }) => Object.values(text).some(answers));
    return total;
  };
}

/**
 * MiniSearch for the words, then the array filter. It allows one or two wrong letters, but does not count a
 * transposition as one.
 */
export function miniSearch(entries: readonly IndexEntry[]): Rival {
  const index = new MiniSearch({
    fields: ['name', 'practice', 'about'],
    tokenize: (text) => [...words(text)],
    processTerm: (term) => term,
  });
  index.addAll(entries.map((entry, id) => ({ id, ...entry.text })));
  return (query) => {
    const found = index.search(query.q, {
      prefix: true,
      fuzzy: (term) => typosAllowed(term),
      combineWith: 'AND',
      boost: { name: 3, practice: 2 },
    });
    return naiveFilter(
      found.map(({ id }) => entries[id as number]!),
      query,
    ).total;
  };
}
