import { type Names, nearestTo, plainWords } from '../../../src/search/named.js';
import { quoted, type Reader } from '../values/read.js';

interface Kind<Id extends string> {
  /** Its noun in messages: “language”. */
  noun: string;
  names: Names<Id>;
  labels: (id: Id) => string;
  /** Suggested when no name is similar. */
  examples: readonly Id[];
}

/** A reader of ids by any of their names. */
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
