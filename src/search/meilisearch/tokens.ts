import { queryWords, words } from '../words.js';

/**
 * Between two words. Meilisearch takes a full stop with a blank for the end of a sentence: words on its two sides are no
 * neighbors, so that it neither joins two typed words ("o brien" never finds "obrien") nor parts one.
 */
const BETWEEN = '. ';

const CODE_WIDTH = 7;

/** A text as our own words, which Meilisearch then splits where we do. */
export function indexedText(text: string): string {
  return words(text).map(spelled).join(BETWEEN);
}

/** The words that were typed, as they are indexed. */
export function askedWords(q: string): string[] {
  return queryWords(q).map(spelled);
}

/** What was typed, as Meilisearch is asked for it; the last word is a beginning there too. */
export function askedText(q: string): string {
  return askedWords(q).join(BETWEEN);
}

/**
 * A word as it is indexed. Meilisearch forgives no mistake in a word of digits alone, but does in "x2024"; letters among digits are
 * therefore spelled as numbers of one width, so that beginnings stay beginnings.
 */
function spelled(word: string): string {
  if (!/\p{N}/u.test(word) || !/\P{N}/u.test(word)) return word;
  return Array.from(word, (letter) => String(letter.codePointAt(0)).padStart(CODE_WIDTH, '0')).join('');
}
