import type { Day } from '../../domain/calendar.js';
import { type MilesTo, milesFrom, statesThatHold } from '../joint.js';
import { numberSteps, PAGE_SIZE, type SearchAnswer, type SearchQuery } from '../search-index.js';
import type { Ask } from './ask.js';
import { countNear, flatTests } from './near-counts.js';
import type { FetchNear } from './near-fetch.js';
import { type Candidate, orderNear } from './near-order.js';
import { idPart } from './parts.js';
import { toHit } from './search.js';

/** The widest distance that is read: the other distances offered are counted too. */
const WIDEST_STEP = Math.max(...numberSteps.within);

/**
 * Answers a search near a ZIP code: the server finds the words and the mail areas. Distance, and all that must hold in the state of one
 * office, is tested here, by the same rules as in the embedded engine.
 */
export async function searchNear(
  query: SearchQuery,
  today: Day,
  ask: Ask,
  fetchNear: FetchNear,
): Promise<SearchAnswer> {
  const candidates = await fetchNear(query, today, Math.max(query.within, WIDEST_STEP));
  const milesTo = remembered(milesFrom(query.near));
  const found = orderNear(query, today, matching(query, today, candidates, milesTo), milesTo);
  const facts = candidates.map((one) => one.facts);
  const page = found.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE).map((one) => one.id);
  const hits = page.length === 0 ? [] : (await ask([idPart(query, page)]))[0]!.hits;
  const byId = new Map(hits.map((hit) => [hit.id, hit]));
  return {
    total: found.length,
    hits: page.flatMap((id) => byId.get(id) ?? []).map((hit) => toHit(hit, query)),
    counts: countNear(query, today, facts, milesTo),
  };
}

export async function totalNear(query: SearchQuery, today: Day, fetchNear: FetchNear): Promise<number> {
  const candidates = await fetchNear(query, today, query.within);
  return matching(query, today, candidates, remembered(milesFrom(query.near))).length;
}

/** Thousands of offices share a few hundred ZIP codes, and each is measured to many times. */
function remembered(milesTo: MilesTo): MilesTo {
  const known = new Map<string, number>();
  return (zip) => {
    const miles = known.get(zip) ?? milesTo(zip);
    known.set(zip, miles);
    return miles;
  };
}

function matching(
  query: SearchQuery,
  today: Day,
  candidates: readonly Candidate[],
  milesTo: MilesTo,
): Candidate[] {
  const tests = flatTests(query, today);
  return candidates.filter(
    ({ facts }) =>
      tests.every(({ passes }) => passes(facts)) && statesThatHold(facts, query, milesTo).length > 0,
  );
}
