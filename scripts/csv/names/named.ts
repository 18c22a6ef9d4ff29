import { type Names, nearestTo, plainWords } from '../../../src/search/named.js';
import { quoted, type Reader } from '../values/read.js';

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
    const id = names.get(plainWords(text));
    if (id !== undefined) return { value: id };
    const [near] = nearestTo(text, names);
    const hint =
      near === undefined
        ? `Write one of these: ${examples.map(labels).join(', ')}.`
        : `Is it ${labels(near)}?`;
    return { problem: `${quoted(text)} is no ${noun} we know. ${hint}` };
  };
}
