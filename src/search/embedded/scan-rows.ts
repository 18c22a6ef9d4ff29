import type { DocIdList } from './doc-id-list.js';
import type { Documents } from './documents.js';
import type { Partition } from './filter.js';
import { withinSteps } from './found-docs.js';
import { emptyTally, type JointAsk, type JointTally } from './joint-ask.js';
import { createJointFilter, type JointFilter } from './joint-filter.js';

/** The listings that a scan found: those in which everything asked for holds in one state. */
export interface ScanResult {
  found: DocIdList;
  /** By document id, of those found; `null` without `near`. */
  miles: Float64Array | null;
  nearMisses: readonly DocIdList[];
  tally: JointTally | null;
}

/** Reads the insurance rows and offices of each listing. */
export function scanRows(
  ask: JointAsk,
  documents: Documents,
  partitioned: Partition,
  counted: boolean,
): ScanResult {
  const tally = counted ? emptyTally(withinSteps.length) : null;
  const filter = createJointFilter(ask, documents, withinSteps);
  const miles = ask.miles && new Float64Array(documents.columns.capacity);
  const found: DocIdList = { items: new Int32Array(partitioned.passing.length), length: 0 };
  for (let at = 0; at < partitioned.passing.length; at++) {
    const docId = partitioned.passing.items[at]!;
    if (!filter.test(docId, tally)) continue;
    found.items[found.length++] = docId;
    if (miles) miles[docId] = filter.miles();
  }
  return { found, miles, nearMisses: partitioned.nearMisses.map((list) => keep(list, filter)), tally };
}

function keep(list: DocIdList, filter: JointFilter): DocIdList {
  const kept: DocIdList = { items: new Int32Array(list.length), length: 0 };
  for (let at = 0; at < list.length; at++)
    if (filter.test(list.items[at]!, null)) kept.items[kept.length++] = list.items[at]!;
  return kept;
}
