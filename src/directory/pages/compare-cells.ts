import type { Listing } from '../../domain/listing.js';
import type { Proof } from '../../wording/proof.js';

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

/** The first few, and how many more there are. */
export function firstOf(words: readonly string[], most: number): string {
  const more = words.length - most;
  return more <= 0 ? words.join(', ') : `${words.slice(0, most).join(', ')} and ${more} more`;
}
