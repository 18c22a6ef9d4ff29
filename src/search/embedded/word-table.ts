import { isWordAt } from './word-scan.js';

/** Words and their numbers. A number that was given up is used again. */
export interface WordTable {
  /** By number. The text of a number that was given up has no meaning. */
  readonly terms: string[];
  /** The number of the word at that place of a text, or -1. */
  find(text: string, from: number, to: number, hash: number): number;
  /** Gives a folded word that is not there yet a number. */
  add(word: string, hash: number): number;
  remove(term: number): void;
}

const NONE = -1;

/** A hash table of chains: each word names the next one with the same place. */
export function createWordTable(): WordTable {
  const terms: string[] = [];
  const hashes: number[] = [];
  const next: number[] = [];
  const free: number[] = [];
  let heads = new Int32Array(1024).fill(NONE);
  const placeOf = (hash: number) => hash & (heads.length - 1);

  function link(term: number): void {
    const place = placeOf(hashes[term]!);
    next[term] = heads[place]!;
    heads[place] = term;
  }

  function unlink(term: number): void {
    const place = placeOf(hashes[term]!);
    if (heads[place] === term) heads[place] = next[term]!;
    else {
      let before = heads[place]!;
      while (next[before] !== term) before = next[before]!;
      next[before] = next[term]!;
    }
  }

  function enlarge(): void {
    const all: number[] = [];
    for (const head of heads) for (let term = head; term !== NONE; term = next[term]!) all.push(term);
    heads = new Int32Array(heads.length * 4).fill(NONE);
    for (const term of all) link(term);
  }

  return {
    terms,
    find(text, from, to, hash) {
      let term = heads[placeOf(hash)]!;
      while (term !== NONE) {
        const word = terms[term]!;
        if (hashes[term] === hash && word.length === to - from && isWordAt(word, text, from)) return term;
        term = next[term]!;
      }
      return NONE;
    },
    add(word, hash) {
      if (terms.length > heads.length) enlarge();
      const term = free.pop() ?? terms.length;
      terms[term] = word;
      hashes[term] = hash;
      link(term);
      return term;
    },
    remove(term) {
      unlink(term);
      free.push(term);
    },
  };
}
