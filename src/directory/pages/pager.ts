import { PAGE_SIZE, type SearchQuery } from '../../search/search-index.js';
import { figure } from '../../wording/numbers.js';

/** The address of the page that answers a search. */
export type HrefOf = (query: SearchQuery) => string;

/** Which part of the results a page shows, and the links to the pages before and after it. */
export function pagerOf(query: SearchQuery, total: number, pages: number, hrefOf: HrefOf) {
  const { page } = query;
  const beyond = page > pages;
  return {
    several: pages > 1 || beyond,
    beyond,
    label: `Page ${figure(page)} of ${figure(pages)}`,
    range:
      beyond || total === 0
        ? ''
        : `${figure((page - 1) * PAGE_SIZE + 1)} to ${figure(Math.min(page * PAGE_SIZE, total))}`,
    previous: page > 1 && !beyond ? hrefOf({ ...query, page: page - 1 }) : '',
    next: page < pages ? hrefOf({ ...query, page: page + 1 }) : '',
    last: hrefOf({ ...query, page: pages }),
    pages: figure(pages),
  };
}
