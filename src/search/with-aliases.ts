import { resolveAliases } from './aliases.js';
import type { SearchQuery } from './search-index.js';

/**
 * The same search with what its words say of a state, an insurance, a kind of plan or a ZIP code as filters, on its first page. What
 * was typed last wins over a state chosen before. `null` when the words are just words.
 */
export function withAliases(query: SearchQuery): SearchQuery | null {
  if (query.q === '') return null;
  const found = resolveAliases(query.q, query.state === null ? {} : { state: query.state });
  if (found.moved.length === 0) return null;
  return {
    ...query,
    q: found.q,
    state: found.state ?? query.state,
    payer: [...new Set([...query.payer, ...found.payer])],
    line: [...new Set([...query.line, ...found.line])],
    near: found.near ?? query.near,
    page: 1,
  };
}
