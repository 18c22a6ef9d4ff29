import type { SearchQuery } from '../search-index.js';
import type { Documents } from './documents.js';
import { FAILS, type Filter, PASSES } from './filter.js';
import { type Found, withinSteps } from './found.js';
import { createJointFilter, emptyTally, type JointAsk, jointAsk } from './joint-filter.js';
import type { FlatGroup } from './layout.js';
import type { SlotList } from './slot-list.js';

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
  const { capacity } = documents.columns;
  const text = documents.text.search(query.q, capacity);
  const ask = jointAsk(query, documents);
  const candidates = text
    ? { items: text.slots, length: text.length }
    : candidatesOf(ask, documents, counted);
  const tally = counted ? emptyTally(withinSteps.length) : null;
  const joint = createJointFilter(ask, documents, withinSteps);
  const miles = ask.miles && new Float64Array(capacity);
  const slots = new Int32Array(candidates.length);
  const almost = filter.active.map(() => [] as number[]);
  let length = 0;
  for (let at = 0; at < candidates.length; at++) {
    const slot = candidates.items[at]!;
    const passed = filter.test(slot);
    if (passed === FAILS || (!counted && passed !== PASSES)) continue;
    if (!joint.test(slot, passed === PASSES ? tally : null)) continue;
    if (passed !== PASSES) {
      almost[passed]!.push(slot);
      continue;
    }
    slots[length++] = slot;
    if (miles) miles[slot] = joint.miles();
  }
  return { slots, length, miles, text, almost: byGroup(filter.active, almost), joint: tally };
}

function byGroup(active: readonly FlatGroup[], lists: readonly (readonly number[])[]): Found['almost'] {
  const named = active.map((group, at) => {
    const slots = Int32Array.from(lists[at]!);
    return [group, { slots, length: slots.length }] as const;
  });
  return Object.fromEntries(named);
}

/** Without words: everyone, or with `near` those with an office within the distance asked for (or counted). */
function candidatesOf(ask: JointAsk, documents: Documents, counted: boolean): SlotList {
  const { miles } = ask;
  if (!miles) return documents.live;
  const reach = counted ? Math.max(ask.within, ...withinSteps) : ask.within;
  const seen = new Uint8Array(documents.columns.capacity);
  const items = new Int32Array(documents.live.length);
  let length = 0;
  miles.forEach((far, zip) => {
    if (far > reach) return;
    const list = documents.postings.offices(zip);
    for (let at = 0; at < list.length; at++) {
      const slot = list.items[at]!;
      if (seen[slot] === 0) items[length++] = slot;
      seen[slot] = 1;
    }
  });
  return { items, length };
}
