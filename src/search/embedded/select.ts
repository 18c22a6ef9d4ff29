/** Orders two document ids: below zero when the first comes first. Never zero for two different ones. */
export type Compare = (a: number, b: number) => number;

/**
 * The document ids from place `from` up to but without `to` in the order given. Only as many as `to` are ever kept in order. Where
 * `first` is given it holds the number that the order compares first, the smallest first, which saves most comparisons.
 */
export function selectPage(
  docIds: Int32Array,
  length: number,
  from: number,
  to: number,
  compare: Compare,
  first: ArrayLike<number> | null,
): number[] {
  const keep = Math.min(to, length);
  if (from >= keep) return [];
  const heap = docIds.slice(0, keep);
  if (keep < length) {
    for (let at = (keep >> 1) - 1; at >= 0; at--) sink(heap, at, compare);
    for (let at = keep; at < length; at++) {
      const docId = docIds[at]!;
      if (first !== null && first[docId]! > first[heap[0]!]!) continue;
      if (compare(docId, heap[0]!) > 0) continue;
      heap[0] = docId;
      sink(heap, 0, compare);
    }
  }
  return Array.from(heap.sort(compare).subarray(from));
}

/** Puts the document at `at` of a heap with the last in order on top where it belongs. */
function sink(heap: Int32Array, at: number, compare: Compare): void {
  const docId = heap[at]!;
  let place = at;
  for (;;) {
    let child = place * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) > 0) child += 1;
    if (compare(docId, heap[child]!) >= 0) break;
    heap[place] = heap[child]!;
    place = child;
  }
  heap[place] = docId;
}
