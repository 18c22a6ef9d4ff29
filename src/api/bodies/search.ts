import { modes } from '../../domain/authority.js';
import { facetChoices, flagFacetNames, listFacetNames, numberFacetNames } from '../../domain/facets.js';
import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { stateCodes } from '../../domain/reference/states.js';
import { eachOf } from '../../search/flat-groups.js';
import { searchParams } from '../../search/query.js';
import {
  type Counts,
  numberSteps,
  PAGE_SIZE,
  type SearchHit,
  type SearchQuery,
} from '../../search/search-index.js';
import { searchPath } from '../../web/paths.js';
import { reasonLines } from '../../wording/search-reasons.js';
import type { ApiSearchResult } from '../directory.js';
import { searchLink } from '../links.js';
import type { HitBody, SearchBody } from '../schemas/search.js';

/** An answer to a search as JSON text. `summaries` holds the text of each hit's therapist, which is put in as it is. */
export function searchText(result: ApiSearchResult, summaries: ReadonlyMap<string, string>): string {
  const { hits, ...rest } = frameOf(result);
  const texts = result.answer.hits
    .filter((hit) => summaries.has(hit.id))
    .map((hit) => `{"therapist":${summaries.get(hit.id)},${JSON.stringify(whyOf(hit)).slice(1)}`);
  return `${JSON.stringify(rest).slice(0, -1)},"hits":[${texts.join(',')}]}`;
}

function frameOf({ query, answer, pages, relaxed }: ApiSearchResult): SearchBody {
  const { page } = query;
  return {
    query: meant(query),
    total: answer.total,
    page,
    pages,
    pageSize: PAGE_SIZE,
    hits: [],
    counts: everyCount(query, answer.counts),
    alternatives: relaxed.map(({ choice, query: other, total }) => ({
      without: choice?.name ?? null,
      total,
      href: searchLink(other),
    })),
    links: {
      self: searchLink(query),
      previous: page > 1 ? searchLink({ ...query, page: Math.min(page - 1, pages) }) : null,
      next: page < pages ? searchLink({ ...query, page: page + 1 }) : null,
      page: searchPath(searchParams(query)),
    },
  };
}

function whyOf({ reasons, miles }: SearchHit): Omit<HitBody, 'therapist'> {
  return { why: reasonLines(reasons), reasons: reasons as HitBody['reasons'], miles };
}

/** What was asked for, without what was left open. */
function meant(query: SearchQuery): SearchBody['query'] {
  const names = [...new Set(searchParams(query).keys())] as (keyof SearchQuery)[];
  return Object.fromEntries(names.map((name) => [name, query[name]])) as SearchBody['query'];
}

/** A zero for every choice there is, in the order in which choices are shown. */
const zeros = (ids: readonly (string | number)[]): Record<string, number> =>
  Object.fromEntries(ids.map((id) => [id, 0]));

const allZeros = {
  state: zeros(stateCodes),
  payer: zeros(payerIds),
  line: zeros(lineIds),
  mode: zeros(modes),
  ...eachOf(listFacetNames, (name) => zeros(facetChoices(name))),
  ...eachOf(numberFacetNames, (name) => zeros(numberSteps[name])),
  confirmed: zeros(numberSteps.confirmed),
};
const groups = Object.keys(allZeros) as (keyof typeof allZeros)[];
const noMiles = zeros(numberSteps.within);

/** The engines leave zeros out; a client should not have to know which choices there are. */
function everyCount(query: SearchQuery, counts: Counts): SearchBody['counts'] {
  return {
    ...eachOf(groups, (name) => ({ ...allZeros[name], ...counts[name] })),
    ...eachOf(flagFacetNames, (name) => counts[name]),
    within: query.near === null ? {} : { ...noMiles, ...counts.within },
  } as SearchBody['counts'];
}
