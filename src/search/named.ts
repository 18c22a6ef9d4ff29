import { typos } from './edit-distance.js';
import { MAX_TEXT, words } from './words.js';

/** What a typed name means: one thing, or what it could be, the likeliest first; of nothing known, what comes nearest. */
export type Named<Id extends string> = { id: Id } | { several: readonly Id[] } | { nearest: readonly Id[] };

/** What may be written for each of some ids, in plain words. */
export type Names<Id extends string> = ReadonlyMap<string, Id>;

export const MOST_CHOICES = 6;

/** A text as it is compared: its words, folded. */
export const plainWords = (text: string): string => words(text.slice(0, MAX_TEXT)).join(' ');

/** The first that has a name keeps it. */
export function namesOf<Id extends string>(all: Iterable<readonly [Id, readonly string[]]>): Names<Id> {
  const found = new Map<string, Id>();
  for (const [id, names] of all)
    for (const name of names.map(plainWords)) if (!found.has(name)) found.set(name, id);
  return found;
}

/** Those of the named things that lie a few slips away from the text, begin like it, contain it or stand in it; the nearest first. */
export function nearestTo<Id extends string>(text: string, names: Names<Id>): readonly Id[] {
  const typed = plainWords(text);
  if (typed.length < 2) return [];
  const most = Math.max(1, Math.floor(typed.length / 4));
  const found = [...names].flatMap(([name, id]): [number, Id][] => {
    const slips = typos(typed, name, most);
    if (slips <= most) return [[slips, id]];
    if (name.startsWith(typed) || typed.startsWith(`${name} `)) return [[most + 1, id]];
    const within =
      ` ${name} `.includes(` ${typed} `) || (name.length > 2 && ` ${typed} `.includes(` ${name} `));
    return within ? [[most + 2, id]] : [];
  });
  const sorted = found.sort(([a], [b]) => a - b).map(([, id]) => id);
  return [...new Set(sorted)].slice(0, MOST_CHOICES);
}
