import { REMOVALS_KEPT_DAYS } from './models.js';
import { after, common, merged, type Range, upTo } from './ranges.js';

/** The position of a reader in the changes. */
export interface Cursor {
  /** When it was issued, in seconds of the clock. */
  readonly given: number;
  /** Every number up to here was returned, except those in `now` and `later`. */
  readonly last: number;
  /** Numbers that are still to be returned. */
  readonly now: readonly Range[];
  /**
   * Numbers that were open when they were returned. They are read once more after `now`, because a write may
   * have finished under them.
   */
  readonly later: readonly Range[];
}

const RANGES = '(?:\\d{1,15}-\\d{1,15}(?:_\\d{1,15}-\\d{1,15})*)?';
const FORM = new RegExp(`^(\\d{1,11})\\.(\\d{1,15})\\.(${RANGES})\\.(${RANGES})$`);

/** One day less than removals are kept, in case a server deletes them early. */
const GOOD_FOR_SECONDS = (REMOVALS_KEPT_DAYS - 1) * 86_400;

export function writeCursor({ given, last, now, later }: Cursor): string {
  const text = (ranges: readonly Range[]) => ranges.map(({ from, to }) => `${from}-${to}`).join('_');
  return `${given}.${last}.${text(now)}.${text(later)}`;
}

/**
 * @throws RangeError when `text` is not a cursor of this engine, or is so old that removals since then may be
 * gone.
 */
export function parseCursor(text: string, seconds: number): Cursor {
  const [, given, last, now, later] = FORM.exec(text) ?? [];
  if (given === undefined) throw new RangeError(`"${text}" is not a cursor of this store.`);
  if (seconds - Number(given) > GOOD_FOR_SECONDS)
    throw new RangeError('The cursor is too old: read all records, then continue from a new cursor.');
  return { given: Number(given), last: Number(last), now: parseRanges(now), later: parseRanges(later) };
}

function parseRanges(text = ''): Range[] {
  return text.split('_').flatMap((range) => {
    const [from, to] = range.split('-').map(Number);
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

/** The numbers that a reader at `cursor` must read when `last` is the last number handed out. */
export function toRead(cursor: Cursor, last: number): Range[] {
  const fresh = cursor.last < last ? [{ from: cursor.last + 1, to: last }] : [];
  return merged([...cursor.now, ...fresh]);
}

/**
 * The next position after a reader received everything up to `end`, of which the `open` ranges may still get
 * writes. While there is `more` to read, the open numbers wait, so that a small limit cannot block the reader.
 */
export function advance(
  cursor: Cursor,
  read: readonly Range[],
  open: readonly Range[],
  end: number,
  more: boolean,
) {
  const later = merged([...cursor.later, ...common(upTo(read, end), open)]);
  const last = Math.max(cursor.last, end);
  if (!more) return { last, now: later, later: [] };
  return { last, now: upTo(after(read, end), cursor.last), later };
}
