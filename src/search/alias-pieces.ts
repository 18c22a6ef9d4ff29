import { zipPlace } from '../domain/reference/zip-codes.js';
import { type Meaning, MOST_WORDS, phrases } from './alias-phrases.js';
import { isPartOfName, type Token } from './alias-tokens.js';
import { forgive } from './alias-typos.js';
import { codesThatAreWords, codesThatJoin, wordsForEveryone } from './alias-words.js';

/** A run of words, `from` up to but without `to`, and what it means. */
export interface Piece {
  from: number;
  to: number;
  meaning: Meaning | { kind: 'zip' };
}

/** What can be understood of a text, from left to right, the longest phrases first. */
export function findPieces(read: readonly Token[]): Piece[] {
  const found: Piece[] = [];
  for (let index = 0; index < read.length; ) {
    const piece = pieceAt(read, index);
    if (piece) found.push(piece);
    index = piece?.to ?? index + 1;
  }
  return found.filter((piece) => !isOnlyWord(read, piece, found));
}

function pieceAt(read: readonly Token[], from: number): Piece | null {
  const { word } = read[from]!;
  if (/^\d{5}$/.test(word))
    return zipPlace(word) === null ? null : { from, to: from + 1, meaning: { kind: 'zip' } };
  const longest = phraseAt(read, from);
  if (longest) return genericBesideState(read, longest) ?? longest;
  const meaning = wordsForEveryone.has(word) || isPartOfName(read, from) ? null : forgive(word);
  return meaning && { from, to: from + 1, meaning };
}

function phraseAt(read: readonly Token[], from: number, most = MOST_WORDS, kind?: Meaning['kind']) {
  for (let to = Math.min(read.length, from + most); to > from; to--) {
    const meaning = phrases.get(
      read
        .slice(from, to)
        .map((token) => token.word)
        .join(' '),
    );
    if (!meaning || (kind && meaning.kind !== kind)) continue;
    if (to === from + 1 && isPartOfName(read, from)) continue;
    if (read[from]!.word === 'kansas' && read[to]?.word === 'city') continue;
    return { from, to, meaning };
  }
  return null;
}

/** "bcbs nj" is also a name of Horizon: read as two pieces it gives the state as well. A longer name stays whole. */
function genericBesideState(read: readonly Token[], whole: Piece): Piece | null {
  const generic = phraseAt(read, whole.from, whole.to - whole.from, 'generic');
  if (!generic) return null;
  const joined = ['of', 'in'].includes(read[generic.to]?.word ?? '') ? 1 : 0;
  const state = phraseAt(read, generic.to + joined, MOST_WORDS, 'state');
  return state && state.to >= whole.to ? generic : null;
}

/** Whether a state code that is also a word is only that word here. */
function isOnlyWord(read: readonly Token[], piece: Piece, found: readonly Piece[]): boolean {
  const { typed, word } = read[piece.from]!;
  if (piece.meaning.kind !== 'state' || !piece.meaning.code || !codesThatAreWords.has(word)) return false;
  const before = found.find((other) => other.to === piece.from);
  const after = found.find((other) => other.from === piece.to);
  const joins = codesThatJoin.has(word);
  if (joins && before && after) return true;
  const capitalsTell = read.length <= 2 || read.some((token) => /\p{Ll}/u.test(token.typed));
  if (typed === word.toUpperCase() && capitalsTell) return false;
  if (joins) return !(isInsurance(before) && piece.to === read.length);
  return !isInsurance(before) && !isInsurance(after);
}

function isInsurance(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.meaning.kind !== 'state' && piece.meaning.kind !== 'zip';
}
