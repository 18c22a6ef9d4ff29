import type { SearchQuery } from '../search-index.js';
import { candidatesOf } from './candidates.js';
import { closeLook } from './close-look.js';
import type { Documents } from './documents.js';
import { FAILS, type Filter, PASSES } from './filter.js';
import type { Found } from './found.js';
import { jointAsk } from './joint-ask.js';
import { openLook } from './open-look.js';
import type { SlotList } from './slot-list.js';

/** Listings that everything but state, mode, insurance and distance lets pass. */
export interface Sifted {
  passing: SlotList;
  /** Those that one group keeps out, in the order of the filter's groups. Empty when nothing is counted. */
  almost: readonly SlotList[];
}

/**
 * Answers any search by looking at listings one by one: those whose text answers, those with an office near enough to be found or
 * counted, or else all. A listing that one chosen group keeps out still counts for the choices of that group.
 */
export function fullSearch(
  query: SearchQuery,
  documents: Documents,
  filter: Filter,
  counted: boolean,
): Found {
  const text = documents.text.search(query.q, documents.columns.capacity);
  const ask = jointAsk(query, documents);
  const sifted = sift(candidatesOf(ask, documents, text, counted), filter, counted);
  const look = ask.asksCoverage || ask.miles ? closeLook : openLook;
  const { found, miles, almost, tally } = look(ask, documents, sifted, counted);
  const named = filter.active.map((group, at) => [group, almost[at]!] as const);
  return {
    slots: found.items,
    length: found.length,
    miles,
    text,
    almost: Object.fromEntries(named),
    joint: tally,
  };
}

function sift(candidates: SlotList, filter: Filter, counted: boolean): Sifted {
  if (filter.active.length === 0) return { passing: candidates, almost: [] };
  const passing: SlotList = { items: new Int32Array(candidates.length), length: 0 };
  const almost = filter.active.map(
    (): SlotList => ({ items: new Int32Array(counted ? candidates.length : 0), length: 0 }),
  );
  for (let at = 0; at < candidates.length; at++) {
    const slot = candidates.items[at]!;
    const passed = filter.test(slot);
    if (passed === FAILS || (passed !== PASSES && !counted)) continue;
    const list = passed === PASSES ? passing : almost[passed]!;
    list.items[list.length++] = slot;
  }
  return { passing, almost };
}
