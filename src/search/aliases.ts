import type { LineId } from '../domain/reference/lines.js';
import type { PayerId } from '../domain/reference/payers.js';
import type { StateCode } from '../domain/reference/states.js';
import { zipPlace } from '../domain/reference/zip-codes.js';
import { findPieces, type Piece } from './alias-pieces.js';
import { type Token, tokens } from './alias-tokens.js';
import { followingWords, leadingWords, wordsForEveryone } from './alias-words.js';

/** What a typed text means beyond words to search for. */
export interface Resolved {
  /** The words that remain, as typed. */
  q: string;
  state?: StateCode;
  payer: PayerId[];
  line: LineId[];
  /** A ZIP code that exists. */
  near?: string;
  /** The pieces of text that were understood, as typed; empty when nothing was, and `q` is then the text as it came. */
  moved: string[];
}

/**
 * Takes states, insurances, kinds of plan and ZIP codes out of a typed text. "bcbs" and "medicaid" are resolved by the state in
 * the text, else by `options.state`. Of several states, or ZIP codes, the first counts. What remains holds nothing that would be
 * taken out of it again.
 */
export function resolveAliases(text: string, options: { state?: StateCode | null } = {}): Resolved {
  const first = resolveOnce(text, options.state ?? null);
  if (first.moved.length === 0 || first.q === '') return first;
  const rest = resolveAliases(first.q, { state: first.state ?? options.state ?? null });
  return merge(first, rest);
}

function resolveOnce(text: string, known: StateCode | null): Resolved {
  const read = tokens(text);
  const pieces = findPieces(read);
  if (pieces.length === 0) return { q: text.trim(), payer: [], line: [], moved: [] };
  const found = pieces.map((piece) => piece.meaning);
  const state = found.find((meaning) => meaning.kind === 'state')?.state;
  const near = pieces.map((piece) => read[piece.from]!.word).find(isZip);
  const named = found.some((meaning) => meaning.kind === 'payer' || isBlue(meaning));
  const meant = found.map((meaning) => choices(meaning, state ?? known, named));
  return {
    q: remaining(read, pieces),
    ...(state && { state }),
    payer: [...new Set(meant.flatMap((one) => one.payer))],
    line: [...new Set(meant.flatMap((one) => one.line))],
    ...(near && { near }),
    moved: pieces.map(({ from, to }) =>
      read
        .slice(from, to)
        .map((token) => token.typed)
        .join(' '),
    ),
  };
}

function isZip(word: string): boolean {
  return /^\d{5}$/.test(word) && zipPlace(word) !== null;
}

/** A generic word that means companies, not a line of business. */
function isBlue(meaning: Piece['meaning']): boolean {
  return meaning.kind === 'generic' && meaning.otherwise.line === null;
}

function choices(meaning: Piece['meaning'], state: StateCode | null, named: boolean) {
  const none = { payer: [] as readonly PayerId[], line: [] as LineId[] };
  if (meaning.kind === 'payer') return { ...none, payer: meaning.payers };
  if (meaning.kind === 'line') return { ...none, line: [meaning.line] };
  if (meaning.kind !== 'generic') return none;
  const { payers, line } = meaning.otherwise;
  const here = state === null ? undefined : meaning.byState[state];
  if (here && here.length > 0 && !(named && line)) return { ...none, payer: here };
  return { payer: payers, line: line === null ? [] : [line] };
}

/** The words that no piece took, without those that only led up to one, followed one, or describe everyone. */
function remaining(read: readonly Token[], pieces: readonly Piece[]): string {
  const gone = new Set<number>();
  for (const { from, to, meaning } of pieces) {
    for (let index = from; index < to; index++) gone.add(index);
    for (let index = from - 1; index >= 0 && leadingWords.has(read[index]!.word); index--) gone.add(index);
    const insurance = meaning.kind !== 'state' && meaning.kind !== 'zip';
    for (let index = to; insurance && followingWords.has(read[index]?.word ?? ''); index++) gone.add(index);
  }
  return read
    .filter((token, index) => !gone.has(index) && !wordsForEveryone.has(token.word))
    .map((token) => token.typed)
    .join(' ');
}

function merge(first: Resolved, rest: Resolved): Resolved {
  const state = first.state ?? rest.state;
  const near = first.near ?? rest.near;
  return {
    q: rest.q,
    ...(state && { state }),
    payer: [...new Set([...first.payer, ...rest.payer])],
    line: [...new Set([...first.line, ...rest.line])],
    ...(near && { near }),
    moved: [...first.moved, ...rest.moved],
  };
}
