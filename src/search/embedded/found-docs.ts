import type { FlatGroup } from '../flat-groups.js';
import { numberSteps } from '../search-index.js';
import type { DocIdList } from './doc-id-list.js';
import type { JointTally } from './joint-ask.js';
import type { TextHits } from './text-search.js';

/** The documents that one search found, in any order, before they are described. */
export interface FoundDocs {
  docIds: Int32Array;
  length: number;
  /** By document id, of those found; `null` without `near`. */
  miles: Float64Array | null;
  text: TextHits | null;
  /** Listings that only one chosen group keeps out, by that group. */
  nearMisses: Partial<Record<FlatGroup, DocIdList>>;
  /** `null` when only the total was asked for. */
  joint: JointTally | null;
}

export const withinSteps: readonly number[] = numberSteps.within;
