import { type Meaning, otherWords, phrases } from './alias-phrases.js';
import { people, statesAlsoNames } from './alias-words.js';
import { typos } from './edit-distance.js';
import { typosAllowed } from './words.js';

/** Single words of five letters and more that mean a payer or a state; people's names are left alone. */
const forgivable: readonly (readonly [string, Meaning])[] = [...phrases].filter(
  ([word, meaning]) =>
    /^\p{L}{5,}$/u.test(word) && meaning.kind !== 'line' && !people.has(word) && !statesAlsoNames.has(word),
);

/**
 * What a mistyped word means (a word that is known is not mistyped): the one payer or state whose word is closest, within the mistakes
 * we forgive. `null` when two are equally close, when a word with another meaning is as close, or when it is only the plural.
 */
export function forgive(word: string): Meaning | null {
  const most = typosAllowed(word);
  if (most === 0 || otherWords.has(word) || phrases.has(word)) return null;
  let best = most + 1;
  let found: Meaning[] = [];
  for (const [candidate, meaning] of forgivable) {
    const distance = typos(word, candidate, most);
    if (distance > most || distance > best || word === `${candidate}s`) continue;
    found = distance < best ? [meaning] : [...found, meaning];
    best = distance;
  }
  if (new Set(found.map((meaning) => JSON.stringify(meaning))).size !== 1) return null;
  const elsewhere = [...otherWords].some((other) => typos(word, other, best) <= best);
  return elsewhere ? null : found[0]!;
}
