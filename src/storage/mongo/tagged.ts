import type { TaggedOptions } from '../small-records.js';

interface Paging {
  readonly condition: object;
  readonly order: Record<string, 1 | -1>;
}

/**
 * The filter and order that read on after a position among rows ordered by the instant at `path` and then by
 * `_id`. `key` turns an id into an `_id`.
 */
export function pageAfter(
  path: string,
  { after, newestFirst = false }: TaggedOptions,
  key: (id: string) => string = (id) => id,
): Paging {
  const direction = newestFirst ? -1 : 1;
  const order = { [path]: direction, _id: direction } as const;
  if (after === undefined) return { condition: {}, order };
  const beyond = newestFirst ? '$lt' : '$gt';
  return {
    order,
    condition: {
      // An index can start at the first bound. The second bound skips rows with the same instant that were
      // already read.
      [path]: { [`${beyond}e`]: after.at },
      $or: [{ [path]: { [beyond]: after.at } }, { [path]: after.at, _id: { [beyond]: key(after.id) } }],
    },
  };
}
