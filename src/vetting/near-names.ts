import { fold } from '../domain/text.js';
import { typos } from '../search/edit-distance.js';

/** Whether two names are likely one person's: last words alike but for a slip, first words alike or one short for the other. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [firstA = '', firstB = ''] = [a[0], b[0]];
  const [lastA = '', lastB = ''] = [a.at(-1), b.at(-1)];
  if (lastA === '' || lastB === '' || !near(lastA, lastB)) return false;
  return near(firstA, firstB) || firstA.startsWith(firstB) || firstB.startsWith(firstA);
}

const wordsOf = (name: string) =>
  fold(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** One slip in a word of five letters or more, two from nine. */
function near(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  const most = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  return typos(one, other, most) <= most;
}
