import { emptyQuery, queryNames } from './query-fields.js';
import type { SearchQuery } from './search-index.js';

const notFilters = ['page', 'sort', 'within'] as const;

/** The parameters that exclude therapists. `within` belongs to `near`. */
export type FilterName = Exclude<keyof SearchQuery, (typeof notFilters)[number]>;
const filterNames = queryNames.filter(
  (name): name is FilterName => !(notFilters as readonly string[]).includes(name),
);

/** A filter that is set in a query: its parameter and, in a list, which value. */
export interface Choice {
  name: FilterName;
  value: string;
}

/** Every filter that is set, in the order of the parameters. */
export function choicesIn(query: SearchQuery): Choice[] {
  return filterNames.flatMap((name) => valuesOf(query[name]).map((value) => ({ name, value })));
}

/** The query without this choice, on its first page. */
export function without(query: SearchQuery, choice: Choice): SearchQuery {
  const current = query[choice.name];
  const rest = Array.isArray(current)
    ? current.filter((value) => value !== choice.value)
    : cleared(choice.name, current);
  const sort = choice.name === 'near' && query.sort === 'distance' ? null : query.sort;
  return { ...query, sort, page: 1, [choice.name]: rest };
}

/** For each filter that is set, the query without the whole of it. */
export function withoutEach(query: SearchQuery): { choice: Choice; query: SearchQuery }[] {
  const names = [...new Set(choicesIn(query).map((choice) => choice.name))];
  return names.map((name) => {
    const values = valuesOf(query[name]);
    const open = values.reduce((relaxed, value) => without(relaxed, { name, value }), query);
    return { choice: { name, value: values.join(',') }, query: open };
  });
}

/** The query with nothing but state and insurance, and with nothing but the state: the ways back when no single filter is to blame. */
export function barest(query: SearchQuery): SearchQuery[] {
  const { state, payer } = query;
  const candidates = [
    { ...emptyQuery, state, payer },
    { ...emptyQuery, state },
  ];
  const set = choicesIn(query).length;
  return candidates.filter((candidate) => {
    const kept = choicesIn(candidate).length;
    return kept > 0 && kept < set - 1;
  });
}

function valuesOf(value: SearchQuery[keyof SearchQuery]): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (value === null || value === '' || value === false) return [];
  return [value === true ? '1' : String(value)];
}

function cleared(name: FilterName, value: SearchQuery[keyof SearchQuery]): '' | false | null {
  if (name === 'q') return '';
  return typeof value === 'boolean' ? false : null;
}
