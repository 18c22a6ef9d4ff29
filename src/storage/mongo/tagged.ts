import type { TaggedOptions } from '../small-records.js';

interface Paging {
  readonly condition: object;
  readonly order: Record<string, 1 | -1>;
}

/** What goes on behind a place among rows ordered by the moment at `path` and then by `_id`, which `key` makes of an id. */
export function behind(
  path: string,
  { after, newestFirst = false }: TaggedOptions,
  key: (id: string) => string = (id) => id,
): Paging {
  const way = newestFirst ? -1 : 1;
  const order = { [path]: way, _id: way } as const;
  if (after === undefined) return { condition: {}, order };
  const beyond = newestFirst ? '$lt' : '$gt';
  return {
    order,
    condition: {
      // The first bound is the one that an index can begin at; the second leaves out what shares the moment.
      [path]: { [`${beyond}e`]: after.at },
      $or: [{ [path]: { [beyond]: after.at } }, { [path]: after.at, _id: { [beyond]: key(after.id) } }],
    },
  };
}
