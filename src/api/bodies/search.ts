import { modes } from '../../domain/authority.js';
import { dosePlaces, presences, scopes } from '../../domain/questions.js';
import { focusIds } from '../../domain/reference/focuses.js';
import { languageIds } from '../../domain/reference/languages.js';
import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { programIds } from '../../domain/reference/programs.js';
import { stateCodes } from '../../domain/reference/states.js';
import { searchParams } from '../../search/query.js';
import {
  type Counts,
  numberSteps,
  PAGE_SIZE,
  type SearchHit,
  type SearchQuery,
} from '../../search/search-index.js';
import { searchPath } from '../../web/paths.js';
import type { ApiSearchResult, ReasonWords } from '../directory.js';
import { searchLink } from '../links.js';
import type { HitBody, SearchBody } from '../schemas/search.js';

/** An answer to a search as JSON text. `summaries` holds the text of each hit's therapist, which is put in as it is. */
export function searchText(
  found: ApiSearchResult,
  summaries: ReadonlyMap<string, string>,
  reasonWords: ReasonWords,
): string {
  const { hits, ...rest } = frameOf(found);
  const texts = found.answer.hits
    .filter((hit) => summaries.has(hit.id))
    .map(
      (hit) => `{"therapist":${summaries.get(hit.id)},${JSON.stringify(whyOf(hit, reasonWords)).slice(1)}`,
    );
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

function whyOf({ reasons, miles }: SearchHit, reasonWords: ReasonWords): Omit<HitBody, 'therapist'> {
  return { why: reasonWords(reasons), reasons: reasons as HitBody['reasons'], miles };
}

/** What was asked for, without what was left open. */
function meant(query: SearchQuery): SearchBody['query'] {
  const names = [...new Set(searchParams(query).keys())] as (keyof SearchQuery)[];
  return Object.fromEntries(names.map((name) => [name, query[name]])) as SearchBody['query'];
}

/** Noughts for every choice there is, in the order in which choices are shown. */
const none = <T extends string | number>(ids: readonly T[]) =>
  Object.fromEntries(ids.map((id) => [id, 0])) as Record<T, number>;

const noughts = {
  state: none(stateCodes),
  payer: none(payerIds),
  line: none(lineIds),
  scope: none(scopes),
  presence: none(presences),
  place: none(dosePlaces),
  program: none(programIds),
  focus: none(focusIds),
  mode: none(modes),
  language: none(languageIds),
  max_fee: none(numberSteps.max_fee),
  min_caseload: none(numberSteps.min_caseload),
  confirmed: none(numberSteps.confirmed),
};
const noMiles = none(numberSteps.within);

/** The engines leave noughts out; a client should not have to know which choices there are. */
function everyCount(query: SearchQuery, counts: Counts): SearchBody['counts'] {
  const groups = Object.keys(noughts) as (keyof typeof noughts)[];
  const filled = Object.fromEntries(groups.map((name) => [name, { ...noughts[name], ...counts[name] }]));
  const { accepting, own_therapist, integration72h } = counts;
  const within = query.near === null ? {} : { ...noMiles, ...counts.within };
  return { ...filled, accepting, own_therapist, integration72h, within } as SearchBody['counts'];
}
