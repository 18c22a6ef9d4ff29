import { typos } from '../../search/edit-distance.js';
import { words } from '../../search/words.js';

/** What a typed name means: one thing, or what it could be, the likeliest first; of nothing known, what comes nearest. */
export type Named<Id extends string> = { id: Id } | { several: readonly Id[] } | { nearest: readonly Id[] };

export const MOST_CHOICES = 6;

/** A text as it is compared: its words, folded. */
export const plainWords = (text: string): string => words(text.slice(0, 200)).join(' ');

/** Those of the named things that begin like the text, contain it, or lie a few slips away; the nearest first. */
export function nearestTo<Id extends string>(text: string, names: ReadonlyMap<string, Id>): readonly Id[] {
  const typed = plainWords(text);
  if (typed.length < 2) return [];
  const most = Math.max(1, Math.floor(typed.length / 4));
  const found = [...names].flatMap(([name, id]): [number, Id][] => {
    const slips = typos(typed, name, most);
    if (slips <= most) return [[slips, id]];
    if (name.startsWith(typed) || typed.startsWith(`${name} `)) return [[most + 1, id]];
    return ` ${name} `.includes(` ${typed} `) ? [[most + 2, id]] : [];
  });
  const sorted = found.sort(([a], [b]) => a - b).map(([, id]) => id);
  return [...new Set(sorted)].slice(0, MOST_CHOICES);
}
