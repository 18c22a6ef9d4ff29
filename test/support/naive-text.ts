import { fold } from '../../src/domain/text.js';
import type { IndexEntry } from '../../src/search/entry.js';
import { type TextField, textFields } from '../../src/search/search-index.js';

export interface TextFound {
  typos: number;
  /** The sum of the best fields: name 0, practice 1, about 2. */
  fields: number;
  /** The best field of any word; `null` when no words were searched. */
  field: TextField | null;
}

/** Allowed in the longest words; two words whose lengths differ by more are never near each other. */
const MOST_TYPOS = 2;

/** Whether every word is found in a listing, and how well; `null` when one is not. */
export function naiveText(entry: IndexEntry, q: string): TextFound | null {
  const typed = split(q).slice(0, 10);
  const best = typed.map((word, at) => bestOf(word, at === typed.length - 1, entry));
  if (best.some((one) => one === null)) return null;
  const found = best as [number, number][];
  const lowest = Math.min(...found.map(([, field]) => field));
  return {
    typos: found.reduce((sum, [typos]) => sum + typos, 0),
    fields: found.reduce((sum, [, field]) => sum + field, 0),
    field: typed.length === 0 ? null : textFields[lowest]!,
  };
}

function bestOf(word: string, last: boolean, entry: IndexEntry): [typos: number, field: number] | null {
  const allowed = word.length < 5 || /\d/.test(word) ? 0 : word.length < 9 ? 1 : MOST_TYPOS;
  const found = textFields.flatMap((name, field) =>
    split(entry.text[name]).map((candidate): [number, number] => [distance(word, candidate, last), field]),
  );
  const near = found.filter(([typos]) => typos <= allowed);
  return near.sort((a, b) => a[0] - b[0] || a[1] - b[1])[0] ?? null;
}

function split(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Infinity when the lengths alone put every candidate out of reach: the long way round would take a hostile word seconds. */
function distance(word: string, candidate: string, last: boolean): number {
  const beginnings = Array.from(candidate, (_, at) => candidate.slice(0, at + 1));
  const against = (last ? beginnings : [candidate]).filter(
    (one) => Math.abs(one.length - word.length) <= MOST_TYPOS,
  );
  return Math.min(...against.map((one) => alignment(word, one) + (one[0] === word[0] ? 0 : 1)));
}

/** Optimal string alignment, as the textbook has it. */
function alignment(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  return d[a.length]![b.length]!;
}
