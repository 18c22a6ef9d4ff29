import type { IndexEntry } from '../entry.js';
import { textFields } from '../search-index.js';
import { queryWords } from '../words.js';
import { createDictionary } from './dictionary.js';
import { difference, insert, take } from './slot-list.js';
import { scanWords, type TakeWord } from './word-scan.js';

/** The slots in which every word of a text was found, with what the order needs to know. */
export interface TextHits {
  slots: Int32Array;
  length: number;
  /** By slot, of the slots found: typing mistakes × 32 + the sum of the best fields. The smallest first. */
  score: Uint16Array;
  /** By slot, of the slots found: the best field of any word. */
  field: Uint8Array;
}

export interface TextIndex {
  /** The words of an entry, each as term × 4 + best field, ascending. */
  pack(entry: IndexEntry): Int32Array;
  /** Moves a slot from the words it had to those it has. */
  change(slot: number, before: ArrayLike<number>, after: ArrayLike<number>): void;
  /** `null` when the text has no words. The answer holds until the next search. */
  search(q: string, capacity: number): TextHits | null;
}

const FIELDS = 4;

export function createTextIndex(): TextIndex {
  const dictionary = createDictionary();
  /** By term, the number of the entry in which it was packed last: the first field it stands in is its best. */
  const lastPacked: number[] = [];
  let packed = 0;
  let field = 0;
  const run: number[] = [];
  let marks = new Uint8Array(0);
  let touched = new Int32Array(0);
  const hits: TextHits = {
    slots: new Int32Array(0),
    length: 0,
    score: new Uint16Array(0),
    field: new Uint8Array(0),
  };

  const packWord: TakeWord = (text, from, to, hash) => {
    const term = dictionary.term(text, from, to, hash);
    if (lastPacked[term] === packed) return;
    lastPacked[term] = packed;
    run.push(term * FIELDS + field);
  };

  function makeRoom(capacity: number) {
    if (marks.length >= capacity) return;
    marks = new Uint8Array(capacity);
    touched = new Int32Array(capacity);
    hits.slots = new Int32Array(capacity);
    hits.score = new Uint16Array(capacity);
    hits.field = new Uint8Array(capacity);
  }

  /** Marks each slot that has the word with the best 1 + typos × 4 + field; answers how many slots were touched. */
  function mark(word: Wanted): number {
    let count = 0;
    for (const { term, typos } of word.matches) {
      const { items, length } = dictionary.list(term);
      for (let at = 0; at < length; at++) {
        const slot = items[at]! >>> 2;
        const value = 1 + typos * FIELDS + (items[at]! & 3);
        const known = marks[slot]!;
        if (known === 0) touched[count++] = slot;
        if (known === 0 || value < known) marks[slot] = value;
      }
    }
    return count;
  }

  function takeFirst(word: Wanted): void {
    const count = mark(word);
    for (let at = 0; at < count; at++) {
      const slot = touched[at]!;
      const value = marks[slot]! - 1;
      hits.slots[at] = slot;
      hits.score[slot] = (value >> 2) * 32 + (value & 3);
      hits.field[slot] = value & 3;
      marks[slot] = 0;
    }
    hits.length = count;
  }

  function keepWith(word: Wanted): void {
    const count = mark(word);
    let kept = 0;
    for (let at = 0; at < hits.length; at++) {
      const slot = hits.slots[at]!;
      const value = marks[slot]! - 1;
      if (value < 0) continue;
      hits.slots[kept++] = slot;
      hits.score[slot]! += (value >> 2) * 32 + (value & 3);
      hits.field[slot] = Math.min(hits.field[slot]!, value & 3);
    }
    hits.length = kept;
    for (let at = 0; at < count; at++) marks[touched[at]!] = 0;
  }

  return {
    pack(entry) {
      packed += 1;
      run.length = 0;
      for (field = 0; field < textFields.length; field++) scanWords(entry.text[textFields[field]!], packWord);
      return Int32Array.from(run).sort();
    },
    change(slot, before, after) {
      const at = (run: number) => slot * FIELDS + (run & 3);
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
    search(q, capacity) {
      const typed = queryWords(q);
      if (typed.length === 0) return null;
      makeRoom(capacity);
      const wanted = typed.map((word, at): Wanted => {
        const matches = dictionary.match(word, at === typed.length - 1);
        return { matches, size: matches.reduce((sum, { term }) => sum + dictionary.list(term).length, 0) };
      });
      wanted.sort((a, b) => a.size - b.size);
      takeFirst(wanted[0]!);
      for (const word of wanted.slice(1)) if (hits.length > 0) keepWith(word);
      return hits;
    },
  };
}

/** A typed word: the words that answer it, and in how many places they stand. */
interface Wanted {
  matches: readonly { term: number; typos: number }[];
  size: number;
}
