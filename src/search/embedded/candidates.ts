import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import type { Documents } from './documents.js';
import { withinSteps } from './found.js';
import { ALL, type JointAsk } from './joint-ask.js';
import { ANY } from './postings.js';
import type { SlotList } from './slot-list.js';
import type { TextHits } from './text-search.js';

/**
 * The listings that a search may find, or count for a choice it does not hold, each once: where the words were found, else those
 * with an office within reach, else those on the lists of the state and the insurances, else everyone.
 */
export function candidatesOf(
  ask: JointAsk,
  documents: Documents,
  text: TextHits | null,
  counted: boolean,
): SlotList {
  const { postings, live } = documents;
  const everyoneIn = postings.list(ask.state, ANY, ANY);
  if (text) return { items: text.slots, length: text.length };
  if (ask.miles) return union(nearLists(ask.miles, ask.within, documents, counted), documents);
  if (!counted && ask.asksCoverage) return union(coverageLists(ask, ask.state, documents), documents);
  if (ask.state === ANY) return live;
  if (!counted) return everyoneIn;
  // Another state needs the insurance asked for, somewhere; every other choice needs the state.
  return ask.asksCoverage ? union([everyoneIn, ...coverageLists(ask, ANY, documents)], documents) : live;
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

function coverageLists(ask: JointAsk, state: number, { postings }: Documents): SlotList[] {
  const payers = ask.payers === null ? [ANY] : payerIds.map((_, at) => at).filter((at) => ask.payers![at]);
  const lines = ask.lines === ALL ? [ANY] : lineIds.map((_, at) => at).filter((at) => (ask.lines >>> at) & 1);
  return payers.flatMap((payer) => lines.map((line) => postings.list(state, payer, line)));
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
