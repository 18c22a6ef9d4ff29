/** A growing list of numbers in ascending order, each once. */
export interface DocIdList {
  items: Int32Array;
  length: number;
}

const NOTHING = new Int32Array(0);

export function docIdList(): DocIdList {
  return { items: NOTHING, length: 0 };
}

/** Puts a value in its place; a value that is there already stays once. */
export function insert(list: DocIdList, value: number): void {
  const { items, length } = list;
  const at = length === 0 || items[length - 1]! < value ? length : placeOf(list, value);
  if (at < length && items[at] === value) return;
  if (length === items.length) list.items = grown(items, length + 1);
  if (at < length) list.items.copyWithin(at + 1, at, length);
  list.items[at] = value;
  list.length = length + 1;
}

/** Takes a value out, if it is there. */
export function take(list: DocIdList, value: number): void {
  const at = placeOf(list, value);
  if (at === list.length || list.items[at] !== value) return;
  list.items.copyWithin(at, at + 1, list.length);
  list.length -= 1;
}

/** Where a value is or would be. */
function placeOf(list: DocIdList, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list.items[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A copy with room for at least `needed` numbers and half as many more. */
export function grown(items: Int32Array, needed: number): Int32Array {
  const larger = new Int32Array(needed + (needed >> 1) + 2);
  larger.set(items);
  return larger;
}

/** Calls for what is in one ascending list of distinct numbers and not in the other. */
export function difference(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  gone: (value: number) => void,
  come: (value: number) => void,
): void {
  let left = 0;
  let right = 0;
  while (left < before.length || right < after.length) {
    const old = left < before.length ? before[left]! : Number.POSITIVE_INFINITY;
    const fresh = right < after.length ? after[right]! : Number.POSITIVE_INFINITY;
    if (old < fresh) gone(old);
    else if (fresh < old) come(fresh);
    if (old <= fresh) left += 1;
    if (fresh <= old) right += 1;
  }
}
