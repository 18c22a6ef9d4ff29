import { numberSteps } from '../search-index.js';
import type { DocIdList } from './doc-id-list.js';
import type { JointTally } from './joint-ask.js';
import type { FlatGroup } from './layout.js';
import type { TextHits } from './text-search.js';

/** What one search found, before it is put into words. Slots stand in any order. */
export interface Found {
  docIds: Int32Array;
  length: number;
  /** By slot, of the slots found; `null` without `near`. */
  miles: Float64Array | null;
  text: TextHits | null;
  /** Listings that only one chosen group keeps out, by that group. */
  nearMisses: Partial<Record<FlatGroup, DocIdList>>;
  /** `null` when only the total was asked for. */
  joint: JointTally | null;
}

export const withinSteps: readonly number[] = numberSteps.within;
