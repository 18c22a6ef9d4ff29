import type { Documents } from './documents.js';
import type { Sifted } from './filter.js';
import { withinSteps } from './found.js';
import { emptyTally, type JointAsk, type JointTally } from './joint-ask.js';
import { createJointFilter, type JointFilter } from './joint-filter.js';
import type { SlotList } from './slot-list.js';

/** What is left of sifted listings where one state must answer everything. */
export interface Looked {
  found: SlotList;
  /** By slot, of those found; `null` without `near`. */
  miles: Float64Array | null;
  almost: readonly SlotList[];
  tally: JointTally | null;
}

/** Looks at the insurances and offices of each listing. */
export function closeLook(ask: JointAsk, documents: Documents, sifted: Sifted, counted: boolean): Looked {
  const tally = counted ? emptyTally(withinSteps.length) : null;
  const filter = createJointFilter(ask, documents, withinSteps);
  const miles = ask.miles && new Float64Array(documents.columns.capacity);
  const found: SlotList = { items: new Int32Array(sifted.passing.length), length: 0 };
  for (let at = 0; at < sifted.passing.length; at++) {
    const slot = sifted.passing.items[at]!;
    if (!filter.test(slot, tally)) continue;
    found.items[found.length++] = slot;
    if (miles) miles[slot] = filter.miles();
  }
  return { found, miles, almost: sifted.almost.map((list) => keep(list, filter)), tally };
}

function keep(list: SlotList, filter: JointFilter): SlotList {
  const kept: SlotList = { items: new Int32Array(list.length), length: 0 };
  for (let at = 0; at < list.length; at++)
    if (filter.test(list.items[at]!, null)) kept.items[kept.length++] = list.items[at]!;
  return kept;
}
