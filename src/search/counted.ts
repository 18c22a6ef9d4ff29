import type { SearchIndex } from './search-index.js';

/** The index, and how many searches and totals it has answered. */
export type Counted<Index> = Index & { answered(): number };

export function counted<Index extends SearchIndex>(index: Index): Counted<Index> {
  let answered = 0;
  return {
    ...index,
    search(query, today) {
      answered += 1;
      return index.search(query, today);
    },
    totals(queries, today) {
      answered += 1;
      return index.totals(queries, today);
    },
    answered: () => answered,
  };
}
