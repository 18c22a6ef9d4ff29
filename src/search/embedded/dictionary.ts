import { prefixTypos, typos } from '../edit-distance.js';
import { typosAllowed } from '../words.js';
import { bitsSet } from './bit-count.js';
import { type DocIdList, docIdList } from './doc-id-list.js';
import { hashWord } from './word-scan.js';
import { createWordTable } from './word-table.js';

/** A word of the dictionary that answers a typed word, and the typing mistakes between them. */
export interface Match {
  term: number;
  typos: number;
}

/** Every word of every listing, with the list of documents in which it is. */
export interface Dictionary {
  /** The number of the word at that place of a text (see `scanWords`), which is added when it is new. */
  term(text: string, from: number, to: number, hash: number): number;
  /** Forgets a word that no document has any more. */
  drop(term: number): void;
  /** Where it is found: document id × 4 + the number of the best field. */
  list(term: number): DocIdList;
  /** The words that answer a typed one, as a prefix too when `prefix` is set. */
  match(word: string, prefix: boolean): Match[];
}

export function createDictionary(): Dictionary {
  const numbers = createWordTable();
  const { terms } = numbers;
  const lists: DocIdList[] = [];
  const letters: number[] = [];
  const byFirstLetter = new Map<number, number[]>();

  const bucketOf = (word: string) => {
    const letter = word.charCodeAt(0);
    const bucket = byFirstLetter.get(letter) ?? [];
    byFirstLetter.set(letter, bucket);
    return bucket;
  };

  function add(word: string, hash: number): number {
    const term = numbers.add(word, hash);
    lists[term] = docIdList();
    letters[term] = letterSet(word);
    bucketOf(word).push(term);
    return term;
  }

  /** Looks through one bucket; `most` is one less where the first letter is wrong, as that counts one already. */
  function search(bucket: readonly number[], word: string, prefix: boolean, allowed: number, found: Match[]) {
    const wanted = letterSet(word);
    const measure = prefix ? prefixTypos : typos;
    const most = terms[bucket[0]!]!.charCodeAt(0) === word.charCodeAt(0) ? allowed : allowed - 1;
    for (const term of bucket) {
      const candidate = terms[term]!;
      if (word.length - candidate.length > most || bitsSet(wanted & ~letters[term]!) > most) continue;
      if (!prefix && candidate.length - word.length > most) continue;
      const distance = measure(word, candidate, allowed);
      if (distance <= allowed) found.push({ term, typos: distance });
    }
  }

  return {
    term(text, from, to, hash) {
      const known = numbers.find(text, from, to, hash);
      return known >= 0 ? known : add(text.slice(from, to).toLowerCase(), hash);
    },
    drop(term) {
      const word = terms[term]!;
      const bucket = bucketOf(word);
      bucket[bucket.indexOf(term)] = bucket[bucket.length - 1]!;
      bucket.pop();
      if (bucket.length === 0) byFirstLetter.delete(word.charCodeAt(0));
      numbers.remove(term);
    },
    list: (term) => lists[term]!,
    match(word, prefix) {
      const allowed = typosAllowed(word);
      const found: Match[] = [];
      if (allowed === 0 && !prefix) {
        const term = numbers.find(word, 0, word.length, hashWord(word));
        return term < 0 ? [] : [{ term, typos: 0 }];
      }
      for (const [letter, bucket] of byFirstLetter)
        if (letter === word.charCodeAt(0) || allowed === 2) search(bucket, word, prefix, allowed, found);
      return found;
    },
  };
}

/** Which letters a word has, as a set of 32 (some share a bit): each mistake can take at most one of them away. */
function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}
