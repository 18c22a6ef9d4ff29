import fc from 'fast-check';
import { modes } from '../../src/domain/authority.js';
import {
  facets,
  flagFacetNames,
  type ListFacetName,
  listFacetNames,
  type NumberFacetName,
  numberFacetNames,
} from '../../src/domain/facets.js';
import { eachOf } from '../../src/search/flat-groups.js';
import { DEFAULT_WITHIN, emptyQuery, listChoices } from '../../src/search/query-fields.js';
import { type SearchQuery, sorts } from '../../src/search/search-index.js';
import { someChoices, someLines, somePayers, someStates, someZips } from './few.js';

const words = [
  'fluence',
  'flunece',
  'ptsd',
  'trauma',
  'tramua',
  'ana',
  'garcia',
  'gar',
  'somatic',
  'int',
  '2024',
  'de',
];

const list = <T>(from: readonly T[]) =>
  fc.oneof(
    { weight: 17, arbitrary: fc.constant([] as T[]) },
    { weight: 2, arbitrary: fc.constantFrom(...from).map((one) => [one]) },
    { weight: 1, arbitrary: fc.subarray([...from], { maxLength: Math.min(3, from.length) }) },
  );
const maybe = <T>(value: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight, arbitrary: value });
const flag = fc.oneof(
  { weight: 11, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);
/** Every step, and a number between two of them. */
const someLimits = (name: NumberFacetName) => [...facets[name].steps, facets[name].steps[0]! + 2];
type Arbitraries<N extends keyof SearchQuery> = { [K in N]: fc.Arbitrary<SearchQuery[K]> };
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom(...words) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 2 }).map((some) => some.join(' ')),
  },
);

/** A search as `parseSearch` would give it, with or without words in it. */
export function arbitraryQuery(options: { text: boolean }): fc.Arbitrary<SearchQuery> {
  return fc
    .record({
      q: options.text ? text : fc.constant(''),
      state: maybe(fc.constantFrom(...someStates), 12),
      payer: list(somePayers),
      line: list(someLines),
      ...(eachOf(listFacetNames, (name) =>
        list<string>(someChoices(name)),
      ) as unknown as Arbitraries<ListFacetName>),
      mode: list(modes),
      near: maybe(fc.constantFrom(...someZips), 3),
      within: fc.constantFrom(5, 10, 25, 60, 100, 500),
      ...eachOf(flagFacetNames, () => flag),
      ...eachOf(numberFacetNames, (name) => maybe(fc.constantFrom(...someLimits(name)))),
      confirmed: maybe(fc.constantFrom(7, 30, 45, 90)),
      sort: maybe(fc.constantFrom(...sorts), 8),
      page: fc.constantFrom(1, 1, 1, 2, 3),
    })
    .map(canonical);
}

function canonical(query: SearchQuery): SearchQuery {
  const ordered = Object.fromEntries(
    Object.entries(listChoices).map(([name, choices]) => [
      name,
      choices.filter((choice) =>
        (query[name as keyof typeof listChoices] as readonly string[]).includes(choice),
      ),
    ]),
  );
  const distance = query.near === null && query.sort === 'distance';
  return {
    ...emptyQuery,
    ...query,
    ...ordered,
    within: query.near === null ? DEFAULT_WITHIN : query.within,
    sort: distance ? null : query.sort,
  };
}
