import { typos } from '../../../src/search/edit-distance.js';
import { words } from '../../../src/search/words.js';
import { quoted, type Reader } from '../values/read.js';

/** A text as it is compared: its words, folded. */
export const plain = (text: string): string => words(text.slice(0, 200)).join(' ');

/** What may be written for each of some ids. */
export type Names<Id extends string> = ReadonlyMap<string, Id>;

/** The first that has a name keeps it. */
export function namesOf<Id extends string>(all: Iterable<readonly [Id, readonly string[]]>): Names<Id> {
  const found = new Map<string, Id>();
  for (const [id, names] of all)
    for (const name of [id, ...names]) if (!found.has(plain(name))) found.set(plain(name), id);
  return found;
}

/** What was most likely meant by a text that is no name: a few slips away, or a longer or shorter form. */
export function nearest<Id extends string>(text: string, names: Names<Id>): Id | null {
  const typed = plain(text);
  if (typed.length < 3) return null;
  const most = Math.max(1, Math.floor(typed.length / 4));
  let best: { id: Id; slips: number } | null = null;
  for (const [name, id] of names) {
    const within =
      name.length > 2 && (` ${name} `.includes(` ${typed} `) || ` ${typed} `.includes(` ${name} `));
    const slips = Math.min(typos(typed, name, most), within ? most : 99);
    if (slips <= most && (best === null || slips < best.slips)) best = { id, slips };
  }
  return best?.id ?? null;
}

interface Kind<Id extends string> {
  /** What it is called in a message: “language”. */
  noun: string;
  names: Names<Id>;
  labels: (id: Id) => string;
  /** Offered when nothing is near. */
  examples: readonly Id[];
}

/** Reads one of the named things by any of its names. */
export function nameReader<Id extends string>({ noun, names, labels, examples }: Kind<Id>): Reader<Id> {
  return (text) => {
    const id = names.get(plain(text));
    if (id !== undefined) return { value: id };
    const near = nearest(text, names);
    const hint =
      near === null ? `Write one of these: ${examples.map(labels).join(', ')}.` : `Is it ${labels(near)}?`;
    return { problem: `${quoted(text)} is no ${noun} we know. ${hint}` };
  };
}
