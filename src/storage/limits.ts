/** The most records one call may ask for, so that no caller can make the process hold the whole directory. */
export const MOST_AT_ONCE = 1000;

const LONGEST_ID = 200;
const LONGEST_TAG = 150;

/** @throws RangeError when `limit` is not a whole number from 1 to {@link MOST_AT_ONCE}. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_AT_ONCE)
    throw new RangeError(`A limit must be a whole number from 1 to ${MOST_AT_ONCE}, not ${limit}.`);
}

/** @throws RangeError when `count` exceeds {@link MOST_AT_ONCE}. */
export function checkCount(count: number, what: string): void {
  if (count > MOST_AT_ONCE) throw new RangeError(`At most ${MOST_AT_ONCE} ${what} at once, not ${count}.`);
}

/**
 * Checks the id and the secondary keys of a document. Some databases end a text at a NUL, which would make two
 * keys one.
 * @throws RangeError when the id or a tag contains a NUL or is longer than the port allows.
 */
export function checkKeys(id: string, tags: readonly string[]): void {
  if (id === '' || id.length > LONGEST_ID || tags.some((tag) => tag.length > LONGEST_TAG))
    throw new RangeError(`An id must have 1 to ${LONGEST_ID} characters, and a tag at most ${LONGEST_TAG}.`);
  if ([id, ...tags].some((key) => key.includes('\0')))
    throw new RangeError('An id or tag must not contain a NUL.');
}

/** @throws RangeError when there are more than {@link MOST_AT_ONCE} ids. */
export function checkIds(ids: readonly string[]): void {
  checkCount(ids.length, 'ids');
}
