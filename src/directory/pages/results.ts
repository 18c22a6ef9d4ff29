import { payers } from '../../domain/reference/payers.js';
import { states } from '../../domain/reference/states.js';
import { choicesIn, without } from '../../search/choices.js';
import { type Dropped, searchParams } from '../../search/query.js';
import { emptyQuery } from '../../search/query-fields.js';
import type { SearchQuery } from '../../search/search-index.js';
import { paths, searchPath, withParams } from '../../web/paths.js';
import { needParams, type Shortlist, withPicks } from '../../web/shortlist.js';
import { chipWords, withoutWords } from '../../wording/filters.js';
import { listed } from '../../wording/lists.js';
import { counted, figure } from '../../wording/numbers.js';
import { payerOptions, stateOptions, tickedPayers } from '../../wording/options.js';
import { reasonLines } from '../../wording/search-reasons.js';
import type { SearchResult } from '../service.js';
import { droppedWords } from './dropped-words.js';
import { flagsOf, listGroupsOf, numbersOf } from './filters.js';
import { type HrefOf, pagerOf } from './pager.js';
import { carried, type OnPage, shortlistShown, slugsOf, toggles } from './shortlist.js';
import { numberOptions, sortOptions } from './steps.js';

/** What a page of results is made of besides the search. */
export interface Around {
  /** The rendered card of each hit, by id. */
  faces: ReadonlyMap<string, string>;
  dropped: readonly Dropped[];
  list: Shortlist;
}

/** A page of results as its view shows it. */
export function resultsPage(found: SearchResult, { faces, dropped, list }: Around) {
  const { query, answer, pages } = found;
  const choices = choicesIn(query);
  const slugs = slugsOf(list);
  const hrefOf: HrefOf = (wanted) => searchPath(withPicks(searchParams(wanted), slugs));
  const onPage: OnPage = {
    list,
    need: query,
    here: (others) => searchPath(withPicks(searchParams(query), others)),
  };
  const toggle = toggles(onPage);
  const carry = carried(query, slugs).toString();
  return {
    heading: headingOf(query),
    total: counted(answer.total, 'therapist'),
    none: answer.total === 0,
    notices: dropped.map(droppedWords),
    chips: choices.map((choice) => ({
      label: chipWords(choice, query),
      href: hrefOf(without(query, choice)),
    })),
    clear: choices.length > 1 ? hrefOf(emptyQuery) : '',
    shortlist: shortlistShown(onPage),
    picks: slugs,
    referral: referralHref(query, slugs),
    relaxed: found.relaxed.map((relaxed) => ({
      label: `${figure(relaxed.total)} ${relaxed.choice === null ? keptWords(relaxed.query) : withoutWords(relaxed.choice)}`,
      href: hrefOf(relaxed.query),
    })),
    form: formOf(found),
    cards: answer.hits
      .filter((hit) => faces.has(hit.id))
      .map((hit) => ({
        face: carrying(faces.get(hit.id) ?? '', hit.slug, carry),
        reasons: reasonLines(hit.reasons),
        toggle: toggle(hit.slug),
      })),
    pager: pagerOf(query, answer.total, pages, hrefOf),
  };
}

/** From a search to a new sheet for the same state, insurance and kind of plan, with everybody on the shortlist. */
function referralHref(query: SearchQuery, slugs: readonly string[]): string {
  const params = needParams(query);
  for (const line of query.line.slice(0, 1)) params.append('line', line);
  return withParams(paths.newReferral, withPicks(params, slugs));
}

/** A card that is kept knows no shortlist: the link to its profile is given one here. */
function carrying(face: string, slug: string, carry: string): string {
  if (carry === '') return face;
  const path = paths.therapist(slug);
  return face.replace(`href="${path}"`, `href="${path}?${carry.replaceAll('&', '&amp;')}"`);
}

/** What is left when all but state and insurance is dropped: "in Florida with Aetna, without the other filters". */
function keptWords(query: SearchQuery): string {
  const where = query.state === null ? '' : `in ${states[query.state].name} `;
  const payer =
    query.payer.length === 0
      ? ''
      : `with ${listed(
          query.payer.map((id) => payers[id].short),
          'or',
        )} `;
  return `${where}${payer}without the other filters`;
}

/** "KAP therapists in Florida who take Aetna". */
export function headingOf(query: SearchQuery): string {
  const where = query.state === null ? '' : ` in ${states[query.state].name}`;
  const who =
    query.payer.length === 0
      ? ''
      : ` who take ${listed(
          query.payer.slice(0, 3).map((payer) => payers[payer].short),
          'or',
        )}${query.payer.length > 3 ? ' or similar' : ''}`;
  return `KAP therapists${where}${who}`;
}

function formOf({ query, answer: { counts } }: SearchResult) {
  return {
    action: paths.therapists,
    q: query.q,
    states: stateOptions(query, counts),
    payers: payerOptions(query, counts),
    anyPayer: query.payer.length > 1 ? 'Add another insurance' : 'Any insurance',
    tickedPayers: tickedPayers(query, counts),
    groups: listGroupsOf(query, counts),
    near: query.near ?? '',
    withins: numberOptions('within', query, counts),
    flags: flagsOf(query, counts),
    numbers: numbersOf(query, counts),
    sorts: sortOptions(query),
  };
}
