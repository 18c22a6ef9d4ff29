import type { IndexEntry } from '../entry.js';
import { textFields } from '../search-index.js';
import { createDictionary } from './dictionary.js';
import { difference, insert, take } from './doc-id-list.js';
import { createTextSearch, type TextSearch } from './text-search.js';
import { scanWords, type TakeWord } from './word-scan.js';

/** Which words are in which listings, and in which field. */
export interface TextIndex {
  /** The words of an entry, each as term × 4 + best field, ascending. */
  pack(entry: IndexEntry): Int32Array;
  /** Moves a document from the words it had to those it has. */
  change(docId: number, before: ArrayLike<number>, after: ArrayLike<number>): void;
  search: TextSearch;
}

const FIELDS = 4;

export function createTextIndex(): TextIndex {
  const dictionary = createDictionary();
  /** By term, the number of the entry in which it was packed last: the first field it is found in is its best. */
  const lastPacked: number[] = [];
  let packed = 0;
  let field = 0;
  const run: number[] = [];

  const packWord: TakeWord = (text, from, to, hash) => {
    const term = dictionary.term(text, from, to, hash);
    if (lastPacked[term] === packed) return;
    lastPacked[term] = packed;
    run.push(term * FIELDS + field);
  };

  return {
    search: createTextSearch(dictionary),
    pack(entry) {
      packed += 1;
      run.length = 0;
      for (field = 0; field < textFields.length; field++) scanWords(entry.text[textFields[field]!], packWord);
      return Int32Array.from(run).sort();
    },
    change(docId, before, after) {
      const at = (term: number) => docId * FIELDS + (term & 3);
      const emptied: number[] = [];
      difference(
        before,
        after,
        (gone) => {
          const list = dictionary.list(gone >>> 2);
          take(list, at(gone));
          if (list.length === 0) emptied.push(gone >>> 2);
        },
        (come) => insert(dictionary.list(come >>> 2), at(come)),
      );
      for (const term of new Set(emptied)) if (dictionary.list(term).length === 0) dictionary.drop(term);
    },
  };
}
