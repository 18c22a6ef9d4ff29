import { fold } from '../domain/text.js';
import { typos } from '../search/edit-distance.js';

const wordsOf = (name: string) =>
  fold(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** First and last word of a name: middle names are often left out. */
function endsOf(name: string): [first: string, last: string] {
  const words = wordsOf(name);
  return [words[0] ?? '', words.at(-1) ?? ''];
}

/** Whether first and last word are the same, but for case and accents. */
export function sameName(one: string, other: string): boolean {
  const [[firstA, lastA], [firstB, lastB]] = [endsOf(one), endsOf(other)];
  return lastA !== '' && firstA === firstB && lastA === lastB;
}

/** Whether two names may be one person's: last words alike but for a slip, first words too, or one short for the other. */
export function nearName(one: string, other: string): boolean {
  const [[firstA, lastA], [firstB, lastB]] = [endsOf(one), endsOf(other)];
  if (lastA === '' || lastB === '' || !alike(lastA, lastB, 5)) return false;
  return alike(firstA, firstB, 3) || firstA.startsWith(firstB) || firstB.startsWith(firstA);
}

/** One typo is allowed in a word of this many letters or more, two from nine letters on. */
function alike(one: string, other: string, oneFrom: number): boolean {
  const length = Math.min(one.length, other.length);
  const most = length >= 9 ? 2 : length >= oneFrom ? 1 : 0;
  return typos(one, other, most) <= most;
}
