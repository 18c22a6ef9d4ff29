import { queryWords } from '../words.js';
import type { Dictionary, Match } from './dictionary.js';

/** The documents in which every word of a text was found, with what the order needs to know. */
export interface TextHits {
  docIds: Int32Array;
  length: number;
  /** By document id, of those found: 1 + typing mistakes × 32 + the sum of the best fields. The smallest first. */
  score: Uint16Array;
  /** The number of the best field in which a word was found in a document. */
  fieldOf(docId: number): number;
}

/** Answers `null` when the text has no words. An answer is valid until the next search. */
export type TextSearch = (q: string, capacity: number) => TextHits | null;

/** A typed word: the words that answer it, and in how many places they stand. */
interface Wanted {
  matches: readonly Match[];
  size: number;
}

/** Documents that have a word: their list, and by document id 1 + typing mistakes × 32 + field, or 0. */
interface Marks {
  docIds: Int32Array;
  length: number;
  score: Uint16Array;
}

const MISTAKE = 32;

export function createTextSearch(dictionary: Dictionary): TextSearch {
  let [hits, others] = [noMarks(0), noMarks(0)];
  let fields = new Uint8Array(0);
  let several = false;

  /** Marks each document that has the word with the best of its scores. */
  function mark(word: Wanted, marks: Marks): void {
    const { docIds, score } = marks;
    let count = 0;
    for (const { term, typos } of word.matches) {
      const { items, length } = dictionary.list(term);
      const base = 1 + typos * MISTAKE;
      for (let at = 0; at < length; at++) {
        const docId = items[at]! >>> 2;
        const value = base + (items[at]! & 3);
        const known = score[docId]!;
        if (known === 0) docIds[count++] = docId;
        if (known === 0 || value < known) score[docId] = value;
      }
    }
    marks.length = count;
  }

  function keepWith(word: Wanted): void {
    mark(word, others);
    let kept = 0;
    for (let at = 0; at < hits.length; at++) {
      const docId = hits.docIds[at]!;
      const value = others.score[docId]! - 1;
      const before = hits.score[docId]!;
      hits.score[docId] = value < 0 ? 0 : before + value;
      if (value < 0) continue;
      hits.docIds[kept++] = docId;
      fields[docId] = Math.min(several ? fields[docId]! : fieldIn(before), value % MISTAKE);
    }
    hits.length = kept;
    several = true;
    clear(others);
  }

  function prepare(capacity: number): void {
    several = false;
    clear(hits);
    if (fields.length >= capacity) return;
    [hits, others] = [noMarks(capacity), noMarks(capacity)];
    fields = new Uint8Array(capacity);
  }

  const fieldOf = (docId: number) => (several ? fields[docId]! : fieldIn(hits.score[docId]!));

  return (q, capacity) => {
    const typed = queryWords(q);
    if (typed.length === 0) return null;
    prepare(capacity);
    const wanted = typed.map((word, at): Wanted => {
      const matches = dictionary.match(word, at === typed.length - 1);
      return { matches, size: matches.reduce((sum, { term }) => sum + dictionary.list(term).length, 0) };
    });
    wanted.sort((a, b) => a.size - b.size);
    mark(wanted[0]!, hits);
    for (const word of wanted.slice(1)) if (hits.length > 0) keepWith(word);
    const { docIds, length, score } = hits;
    return { docIds, length, score, fieldOf };
  };
}

function noMarks(capacity: number): Marks {
  return { docIds: new Int32Array(capacity), length: 0, score: new Uint16Array(capacity) };
}

function clear(marks: Marks): void {
  for (let at = 0; at < marks.length; at++) marks.score[marks.docIds[at]!] = 0;
  marks.length = 0;
}

/** The field of one word's score. */
function fieldIn(score: number): number {
  return (score - 1) % MISTAKE;
}
