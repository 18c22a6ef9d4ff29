import { fold } from '../domain/text.js';

/** The words of a search that count; what comes after the tenth is ignored, as Meilisearch does with long texts. */
export const MAX_WORDS = 10;

/** Characters of typed text that are read. */
export const MAX_TEXT = 200;

const ASCII_TEXT = /^[\0-\x7f]*$/;
const NO_WORDS: readonly string[] = [];

/** The words of a text, folded: runs of letters and digits, without accents, in lower case, in order, repeated as they are. */
export function words(text: string): readonly string[] {
  if (ASCII_TEXT.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? NO_WORDS;
  return fold(text.toWellFormed()).match(/[\p{L}\p{N}]+/gu) ?? NO_WORDS;
}

/** The words of a typed search that count: the first ten of its first 200 characters. The last of them is also a prefix. */
export function queryWords(q: string): readonly string[] {
  return words(q.slice(0, MAX_TEXT)).slice(0, MAX_WORDS);
}

/** Typing mistakes forgiven in a word that was typed: none below five letters or with a digit, one up to eight, then two. */
export function typosAllowed(word: string): 0 | 1 | 2 {
  if (word.length < 5 || /\p{N}/u.test(word)) return 0;
  return word.length < 9 ? 1 : 2;
}
