import { prefixTypos, typos } from './edit-distance.js';
import { type TextField, textFields } from './search-index.js';
import { typosAllowed, words } from './words.js';

/**
 * The best field in which any of the words typed was found in a listing that answers it; `null` when nothing was typed. Each word counts
 * where it was found with the fewest mistakes, and of those in the best field.
 */
export function bestField(
  text: Readonly<Record<TextField, string>>,
  typed: readonly string[],
): TextField | null {
  if (typed.length === 0) return null;
  const fields = textFields.map((field) => new Set(words(text[field])));
  const places = typed.map((word, at) => bestPlace(word, at === typed.length - 1, fields));
  return textFields[Math.min(...places)] ?? null;
}

function bestPlace(word: string, last: boolean, fields: readonly ReadonlySet<string>[]): number {
  const most = typosAllowed(word);
  const distance = last ? prefixTypos : typos;
  let [best, place] = [most + 1, fields.length];
  fields.forEach((has, field) => {
    for (const candidate of has) {
      const found = distance(word, candidate, most);
      if (found < best) [best, place] = [found, field];
    }
  });
  return place;
}
