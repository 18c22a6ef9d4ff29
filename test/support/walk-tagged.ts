import type { ListPosition, TaggedOptions } from '../../src/storage/small-records.js';

interface Tagged<R> {
  tagged(tag: string, options: TaggedOptions): Promise<R[]>;
}

/** The ids of all pages of a tag, in the order they came. */
export async function walkTagged<R extends { id: string }>(
  store: Tagged<R>,
  tag: string,
  limit: number,
  at: (record: R) => string,
  newestFirst = false,
): Promise<string[]> {
  const seen: string[] = [];
  let after: ListPosition | undefined;
  for (;;) {
    const page = await store.tagged(tag, { limit, newestFirst, ...(after === undefined ? {} : { after }) });
    seen.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (last === undefined) return seen;
    after = { at: at(last), id: last.id };
  }
}
