import { words } from '../words.js';

/** For each ASCII character its small letter or digit, or 0 where it separates words. */
const LETTERS = new Uint8Array(128);
for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789') {
  LETTERS[letter.charCodeAt(0)] = letter.charCodeAt(0);
  LETTERS[letter.toUpperCase().charCodeAt(0)] = letter.charCodeAt(0);
}

const HASH_START = 0x811c9dc5;

/** Takes the word in `text` from `from` up to but without `to`, in letters of any case, and its hash. */
export type TakeWord = (text: string, from: number, to: number, hash: number) => void;

/**
 * The words of a text, as `words` gives them, without making a string of each: most are in the dictionary already, and strings
 * made to be thrown away were half of the time of building an index.
 */
export function scanWords(text: string, take: TakeWord): void {
  const { length } = text;
  let from = -1;
  let hash = HASH_START;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) {
      scanFolded(text, from < 0 ? at : from, take);
      return;
    }
    const letter = LETTERS[code]!;
    if (letter !== 0) {
      if (from < 0) from = at;
      hash = mix(hash, letter);
    } else if (from >= 0) {
      take(text, from, at, hash);
      from = -1;
      hash = HASH_START;
    }
  }
  if (from >= 0) take(text, from, length, hash);
}

/** The rest of a text with other letters than ASCII, the slow way. */
function scanFolded(text: string, from: number, take: TakeWord): void {
  for (const word of words(text.slice(from))) take(word, 0, word.length, hashWord(word));
}

/** The hash of a folded word. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Whether `text` has a folded word at `from`, in letters of any case. Both are known to have the same length. */
export function isWordAt(word: string, text: string, from: number): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = text.charCodeAt(from + at);
    if (word.charCodeAt(at) !== (code > 127 ? code : LETTERS[code]!)) return false;
  }
  return true;
}
