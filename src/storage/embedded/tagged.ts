import type { TaggedOptions } from '../small-records.js';

/** The SQL that reads on after a position, on a tag table with the alias `g`. */
export function pageAfter({ after, newestFirst = false }: TaggedOptions) {
  return {
    condition: after === undefined ? '' : `AND (g.at, g.id) ${newestFirst ? '<' : '>'} (?, ?)`,
    order: newestFirst ? 'g.at DESC, g.id DESC' : 'g.at, g.id',
    values: after === undefined ? [] : [after.at, after.id],
  };
}
