import { searchParams } from '../search/query.js';
import type { SearchQuery } from '../search/search-index.js';
import { withAliases } from '../search/with-aliases.js';
import { searchPath } from '../web/paths.js';
import { withPicks } from '../web/shortlist.js';

/** Where a search goes whose words name filters: to the same search with these as filters, which the page shows and lets one undo. */
export function aliasRedirect(query: SearchQuery, picks: readonly string[]): string | null {
  const resolved = withAliases(query);
  return resolved === null ? null : searchPath(withPicks(searchParams(resolved), picks));
}
