import { type Dropped, MAX_VALUES, parseSearch } from '../search/query.js';
import type { SearchQuery } from '../search/search-index.js';
import { withAliases } from '../search/with-aliases.js';
import type { ParameterError } from '../web/problem.js';
import { nameErrors, refuse, wantedBy } from './parameter.js';
import { searchParameters } from './search-parameters.js';

/**
 * Reads a search as the page does, by the same parser, but refuses what the page would leave out: a program does not see a notice.
 * Words that name filters become filters, as on the page. @throws Problem naming every parameter that is wrong.
 */
export function readSearch(search: URLSearchParams): SearchQuery {
  const { query, dropped } = parseSearch(search);
  const errors = nameErrors(search, searchParameters);
  const told = new Set(errors.map(({ parameter }) => parameter));
  for (const one of dropped)
    if (Object.hasOwn(searchParameters, one.name) && !told.has(one.name)) errors.push(errorOf(one, search));
  if (query.near === null && search.has('within') && !search.has('near'))
    errors.push({ parameter: 'within', reason: 'incomplete', detail: 'Give near too: miles from where?' });
  refuse(errors);
  return asMeant(query);
}

function errorOf({ name, value }: Dropped, search: URLSearchParams): ParameterError {
  const valid = searchParameters[name]!.schema.safeParse(value.trim()).success;
  if (valid && name === 'sort' && search.getAll(name).length === 1)
    return { parameter: name, reason: 'incomplete', detail: 'This order wants near: distance from where?' };
  if (valid && searchParameters[name]!.most !== undefined)
    return { parameter: name, reason: 'repeated', detail: `Give at most ${MAX_VALUES} values.` };
  if (valid && name !== 'q') return { parameter: name, reason: 'repeated', detail: `Give ${name} once.` };
  return { parameter: name, reason: 'bad-value', detail: wantedBy(name, searchParameters) };
}

/** The page the client asked for stays: it reads the same search page by page under the words it typed. */
function asMeant(query: SearchQuery): SearchQuery {
  let meant = query;
  for (let next = withAliases(meant); next !== null; next = withAliases(meant)) meant = next;
  return { ...meant, page: query.page };
}
