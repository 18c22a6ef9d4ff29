/** The most records one call may ask for, so that no caller can make the process hold the whole directory. */
export const MOST_AT_ONCE = 1000;

const LONGEST_ID = 200;
const LONGEST_TAG = 150;

/** @throws RangeError when `limit` is not a whole number from 1 to {@link MOST_AT_ONCE}. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_AT_ONCE)
    throw new RangeError(`A limit is a whole number from 1 to ${MOST_AT_ONCE}, not ${limit}.`);
}

/** @throws RangeError when there are more than {@link MOST_AT_ONCE} of them. */
export function checkCount(count: number, what: string): void {
  if (count > MOST_AT_ONCE) throw new RangeError(`At most ${MOST_AT_ONCE} ${what} at once, not ${count}.`);
}

/**
 * What a record besides the therapists' is filed under. A NUL ends a text for some databases, which would make one key of two.
 * @throws RangeError when the id or a tag holds one, or is longer than the port allows.
 */
export function checkKeys(id: string, tags: readonly string[]): void {
  if (id === '' || id.length > LONGEST_ID || tags.some((tag) => tag.length > LONGEST_TAG))
    throw new RangeError(`An id has 1 to ${LONGEST_ID} characters, a tag at most ${LONGEST_TAG}.`);
  if ([id, ...tags].some((key) => key.includes('\0'))) throw new RangeError('No id or tag may hold a NUL.');
}

/** @throws RangeError when there are more than {@link MOST_AT_ONCE} ids. */
export function checkIds(ids: readonly string[]): void {
  checkCount(ids.length, 'ids');
}
