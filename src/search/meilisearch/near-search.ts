import type { Day } from '../../domain/calendar.js';
import { milesFrom, statesThatHold } from '../joint.js';
import { numberSteps, PAGE_SIZE, type SearchAnswer, type SearchQuery } from '../search-index.js';
import type { Ask } from './ask.js';
import { countNear, flatTests } from './near-counts.js';
import { type NearFacts, unpackNear } from './near-facts.js';
import { idPart, nearPart } from './parts.js';
import { toHit } from './search.js';

/** All that an office can be near of; what comes after would not be looked at. */
const MOST_NEAR = 1_000_000;

/** The widest distance that is looked at: the choices beside the one made are counted too. */
const WIDEST_STEP = Math.max(...numberSteps.within);

interface Candidate {
  id: string;
  facts: NearFacts;
}

/**
 * Answers a search near a ZIP code: the server finds the words and the mail areas, and puts what it found in order; distance, and all
 * that must hold in the state of one office, is looked at here, by the rules that the engine in this process follows too.
 */
export async function searchNear(query: SearchQuery, today: Day, ask: Ask): Promise<SearchAnswer> {
  const candidates = await fetchNear(query, today, ask, Math.max(query.within, WIDEST_STEP));
  const found = sorted(query, matching(query, today, candidates));
  const facts = candidates.map((one) => one.facts);
  const page = found.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE).map((one) => one.id);
  const hits = page.length === 0 ? [] : (await ask([idPart(query, page)]))[0]!.hits;
  const byId = new Map(hits.map((hit) => [hit.id, hit]));
  return {
    total: found.length,
    hits: page.flatMap((id) => byId.get(id) ?? []).map((hit) => toHit(hit, query)),
    counts: countNear(query, today, facts),
  };
}

export async function totalNear(query: SearchQuery, today: Day, ask: Ask): Promise<number> {
  return matching(query, today, await fetchNear(query, today, ask, query.within)).length;
}

async function fetchNear(query: SearchQuery, today: Day, ask: Ask, miles: number): Promise<Candidate[]> {
  const [answer] = await ask([nearPart(query, today, miles, MOST_NEAR)]);
  return answer!.hits.map(({ id, near }) => ({ id, facts: unpackNear(near) }));
}

function matching(query: SearchQuery, today: Day, candidates: readonly Candidate[]): Candidate[] {
  const milesTo = milesFrom(query.near);
  const tests = flatTests(query, today);
  return candidates.filter(
    ({ facts }) =>
      tests.every(({ passes }) => passes(facts)) && statesThatHold(facts, query, milesTo).length > 0,
  );
}

/** What is equally far keeps the order in which the server gave it. */
function sorted(query: SearchQuery, found: readonly Candidate[]): readonly Candidate[] {
  if (query.sort !== 'distance') return found;
  const milesTo = milesFrom(query.near);
  return found
    .map((one) => ({ one, miles: closest(one.facts, query, milesTo) }))
    .sort((a, b) => a.miles - b.miles)
    .map(({ one }) => one);
}

function closest(facts: NearFacts, query: SearchQuery, milesTo: ReturnType<typeof milesFrom>): number {
  const held = new Set(statesThatHold(facts, query, milesTo));
  return Math.min(
    ...facts.offices.filter((office) => held.has(office.state)).map((office) => milesTo(office.zip)),
  );
}
