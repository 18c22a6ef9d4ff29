import { ANY } from './codes.js';
import type { DocIdList } from './doc-id-list.js';
import type { Documents } from './documents.js';
import { withinSteps } from './found-docs.js';
import type { JointAsk } from './joint-ask.js';
import type { TextHits } from './text-search.js';

/**
 * The listings that a search without insurance may find, or count for a choice it does not hold, each once: those in which the words
 * were found, else those with an office within reach, else those of the state, else all.
 */
export function candidatesOf(
  ask: JointAsk,
  documents: Documents,
  text: TextHits | null,
  counted: boolean,
): DocIdList {
  if (text) return { items: text.docIds, length: text.length };
  if (ask.miles) return union(nearLists(ask.miles, ask.within, documents, counted), documents);
  return counted || ask.state === ANY ? documents.live : documents.postings.list(ask.state, ANY, ANY);
}

function nearLists(
  miles: Float64Array,
  within: number,
  { postings }: Documents,
  counted: boolean,
): DocIdList[] {
  const reach = counted ? Math.max(within, ...withinSteps) : within;
  const lists: DocIdList[] = [];
  miles.forEach((far, zip) => {
    if (far <= reach) lists.push(postings.offices(zip));
  });
  return lists;
}

/** The documents that are on any of the lists. */
function union(lists: readonly DocIdList[], { columns, live }: Documents): DocIdList {
  if (lists.length === 1) return lists[0]!;
  const seen = new Uint8Array(columns.capacity);
  const items = new Int32Array(live.length);
  let length = 0;
  for (const list of lists)
    for (let at = 0; at < list.length; at++) {
      const docId = list.items[at]!;
      if (seen[docId] === 0) items[length++] = docId;
      seen[docId] = 1;
    }
  return { items, length };
}
