import type { Listing } from '../../domain/listing.js';
import type { Proof } from './proof.js';

/** What one therapist's column says in one row. */
export interface Cell {
  lines: readonly string[];
  /** What was checked of it; `null` where nothing is checked. */
  proof: Proof | null;
  /** What two must have alike to agree, where that is less than all that is said. */
  gist?: string;
}

/** One row of the comparison. */
export interface Aspect {
  label: string;
  cell(listing: Listing): Cell;
}

export interface AspectGroup {
  label: string;
  aspects: readonly Aspect[];
}

export const said = (...lines: readonly string[]): Cell => ({
  lines: lines.filter((line) => line !== ''),
  proof: null,
});

/** A row that nobody checks. */
export const plain = (label: string, words: (listing: Listing) => string | readonly string[]): Aspect => ({
  label,
  cell: (listing) => said(...[words(listing)].flat()),
});

/** Text of `most` characters at most, cut after a sentence or else a word; three dots say that there is more. */
export function inShort(text: string, most: number): string {
  const folded = text.replace(/\s+/g, ' ');
  if (folded.length <= most) return folded;
  const head = folded.slice(0, most - 1).toWellFormed();
  const sentence = head.search(/[.!?][^.!?]*$/);
  if (sentence > most / 2) return `${head.slice(0, sentence + 1)} …`;
  return `${head.replace(/\s+\S*$/, '').replace(/[,;:]$/, '')} …`;
}

/** The first few, and how many more there are. */
export function firstOf(words: readonly string[], most: number): string {
  const more = words.length - most;
  return more <= 0 ? words.join(', ') : `${words.slice(0, most).join(', ')} and ${more} more`;
}
