import { resolveAliases } from '../search/aliases.js';
import { searchParams } from '../search/query.js';
import type { SearchQuery } from '../search/search-index.js';
import { searchPath } from '../web/paths.js';
import { withPicks } from '../web/shortlist.js';

/**
 * Where a search goes whose words name a state, an insurance, a kind of plan or a ZIP code: to the same search with these as
 * filters, which the page shows and lets one undo. What was typed last wins over a state chosen before. `null` when the words
 * are just words. The shortlist goes along.
 */
export function aliasRedirect(query: SearchQuery, picks: readonly string[]): string | null {
  if (query.q === '') return null;
  const found = resolveAliases(query.q, query.state === null ? {} : { state: query.state });
  if (found.moved.length === 0) return null;
  const resolved: SearchQuery = {
    ...query,
    q: found.q,
    state: found.state ?? query.state,
    payer: [...new Set([...query.payer, ...found.payer])],
    line: [...new Set([...query.line, ...found.line])],
    near: found.near ?? query.near,
    page: 1,
  };
  return searchPath(withPicks(searchParams(resolved), picks));
}
