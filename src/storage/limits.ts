/** The most records one call may ask for, so that no caller can make the process hold the whole directory. */
export const MOST_AT_ONCE = 1000;

/** @throws RangeError when `limit` is not a whole number from 1 to {@link MOST_AT_ONCE}. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_AT_ONCE)
    throw new RangeError(`A limit is a whole number from 1 to ${MOST_AT_ONCE}, not ${limit}.`);
}

/** @throws RangeError when there are more than {@link MOST_AT_ONCE} of them. */
export function checkCount(count: number, what: string): void {
  if (count > MOST_AT_ONCE) throw new RangeError(`At most ${MOST_AT_ONCE} ${what} at once, not ${count}.`);
}

/** @throws RangeError when there are more than {@link MOST_AT_ONCE} ids. */
export function checkIds(ids: readonly string[]): void {
  checkCount(ids.length, 'ids');
}
