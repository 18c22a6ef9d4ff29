import type { TaggedOptions } from '../small-records.js';

/** The SQL that goes on behind a place, on a table of tags that is called `g`. */
export function behind({ after, newestFirst = false }: TaggedOptions) {
  return {
    condition: after === undefined ? '' : `AND (g.at, g.id) ${newestFirst ? '<' : '>'} (?, ?)`,
    order: newestFirst ? 'g.at DESC, g.id DESC' : 'g.at, g.id',
    values: after === undefined ? [] : [after.at, after.id],
  };
}
