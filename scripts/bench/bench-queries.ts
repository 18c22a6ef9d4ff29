import { focusIds } from '../../src/domain/reference/focuses.js';
import type { IndexEntry } from '../../src/search/entry.js';
import { emptyQuery } from '../../src/search/query-fields.js';
import type { SearchQuery } from '../../src/search/search-index.js';
import { words } from '../../src/search/words.js';
import { createRandom, type Random } from '../seed/random.js';

/** Draws a search from a listing, so that states, payers and words are as frequent as in the listings. */
export type DrawQuery = (entry: IndexEntry, random: Random) => SearchQuery | null;

export const kinds = {
  'state + payer + all counts': (entry, random) => {
    if (entry.coverage.length === 0) return null;
    const { state, payer } = random.pick(entry.coverage);
    return { ...emptyQuery, state, payer: [payer] };
  },
  'one facet only': (_, random) => ({ ...emptyQuery, focus: [random.pick(focusIds)] }),
  'nothing chosen': () => ({ ...emptyQuery }),
  'mistyped text + state': (entry, random) => {
    const long = [...new Set(words(`${entry.text.name} ${entry.text.practice}`))].filter(
      (word) => word.length >= 5 && !/\d/.test(word),
    );
    if (long.length === 0) return null;
    return {
      ...emptyQuery,
      q: mistype(random.pick(long), random),
      state: random.pick(entry.permissions).state,
    };
  },
} satisfies Record<string, DrawQuery>;

export type Kind = keyof typeof kinds;

/** `count` searches of a kind, always the same for the same listings. */
export function drawQueries(kind: Kind, entries: readonly IndexEntry[], count: number): SearchQuery[] {
  const random = createRandom(`queries ${kind}`, 0);
  const found: SearchQuery[] = [];
  while (found.length < count) {
    const query = kinds[kind](random.pick(entries), random);
    if (query) found.push(query);
  }
  return found;
}

/** One typo after the first letter: two letters swapped, one left out, doubled or replaced. */
function mistype(word: string, random: Random): string {
  const at = random.int(1, word.length - 2);
  const [before, here, next, after] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
  const typos = [next + here, next, here + here + next, `x${next}`];
  return before + random.pick(typos) + after;
}
