import { fold } from '../domain/text.js';
import { otherWords, phrases } from './alias-phrases.js';
import { alsoNames, followingWords, leadingWords, people, statesAlsoNames, titles } from './alias-words.js';
import { MAX_TEXT } from './words.js';

/** One word as typed, and folded. */
export interface Token {
  typed: string;
  word: string;
}

/** The words of a typed text, in order, without what is between them. */
export function tokens(text: string): Token[] {
  const typed =
    text
      .slice(0, MAX_TEXT)
      .toWellFormed()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return typed.map((one) => ({ typed: one, word: fold(one) })).filter((token) => token.word !== '');
}

/**
 * Whether the word at `index`, an insurance or a state by itself, is rather part of a name: after a title ("Dr Oscar Molina",
 * "Dr Ana Molina"), beside another such word ("oscar molina"), or capitalized beside a capitalized word that means nothing else
 * here ("Maria Molina", "New Horizon", "Georgia Smith").
 */
export function isPartOfName(read: readonly Token[], index: number): boolean {
  const { word, typed } = read[index]!;
  const before = read[index - 1];
  const after = read[index + 1];
  const titled = isTitle(before) || (isTitle(read[index - 2]) && (isUnknown(before) || isPerson(before)));
  if (titled && (alsoNames.has(word) || statesAlsoNames.has(word))) return true;
  if (people.has(word) && (isPerson(before) || isPerson(after))) return true;
  if (!isCapitalized(typed)) return false;
  if (statesAlsoNames.has(word)) return isName(after);
  return alsoNames.has(word) && (isName(before) || isName(after));
}

function isTitle(token: Token | undefined): boolean {
  return token !== undefined && titles.has(token.word);
}

function isPerson(token: Token | undefined): boolean {
  return token !== undefined && people.has(token.word);
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && isCapitalized(token.typed) && isUnknown(token);
}

function isUnknown(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const { word } = token;
  return ![phrases, otherWords, leadingWords, followingWords].some((known) => known.has(word));
}

function isCapitalized(typed: string): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(typed);
}
