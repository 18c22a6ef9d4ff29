import type { Documents } from './documents.js';
import { withinSteps } from './found.js';
import type { JointAsk } from './joint-ask.js';
import { ANY } from './postings.js';
import type { SlotList } from './slot-list.js';
import type { TextHits } from './text-search.js';

/**
 * The listings that a search without insurance may find, or count for a choice it does not hold, each once: where the words were
 * found, else those with an office within reach, else those of the state, else everyone.
 */
export function candidatesOf(
  ask: JointAsk,
  documents: Documents,
  text: TextHits | null,
  counted: boolean,
): SlotList {
  if (text) return { items: text.slots, length: text.length };
  if (ask.miles) return union(nearLists(ask.miles, ask.within, documents, counted), documents);
  return counted || ask.state === ANY ? documents.live : documents.postings.list(ask.state, ANY, ANY);
}

function nearLists(
  miles: Float64Array,
  within: number,
  { postings }: Documents,
  counted: boolean,
): SlotList[] {
  const reach = counted ? Math.max(within, ...withinSteps) : within;
  const lists: SlotList[] = [];
  miles.forEach((far, zip) => {
    if (far <= reach) lists.push(postings.offices(zip));
  });
  return lists;
}

/** What stands on any of the lists. */
function union(lists: readonly SlotList[], { columns, live }: Documents): SlotList {
  if (lists.length === 1) return lists[0]!;
  const seen = new Uint8Array(columns.capacity);
  const items = new Int32Array(live.length);
  let length = 0;
  for (const list of lists)
    for (let at = 0; at < list.length; at++) {
      const slot = list.items[at]!;
      if (seen[slot] === 0) items[length++] = slot;
      seen[slot] = 1;
    }
  return { items, length };
}
