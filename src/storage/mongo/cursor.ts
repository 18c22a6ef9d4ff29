import { REMOVALS_KEPT_DAYS } from './models.js';
import { after, common, merged, type Range, upTo } from './ranges.js';

/** How far a reader is. */
export interface Cursor {
  /** When it was given, in seconds of the clock. */
  readonly given: number;
  /** Every number up to here was told, except those in `now` and `later`. */
  readonly last: number;
  /** Numbers that are still to be told. */
  readonly now: readonly Range[];
  /** Numbers told already, that were open then: told once more when `now` is through, as something may have come under them. */
  readonly later: readonly Range[];
}

const RANGES = '(?:\\d{1,15}-\\d{1,15}(?:_\\d{1,15}-\\d{1,15})*)?';
const FORM = new RegExp(`^(\\d{1,11})\\.(\\d{1,15})\\.(${RANGES})\\.(${RANGES})$`);

/** A day less than removals are kept, for a server that takes them away early. */
const GOOD_FOR_SECONDS = (REMOVALS_KEPT_DAYS - 1) * 86_400;

export function writeCursor({ given, last, now, later }: Cursor): string {
  const text = (ranges: readonly Range[]) => ranges.map(({ from, to }) => `${from}-${to}`).join('_');
  return `${given}.${last}.${text(now)}.${text(later)}`;
}

/** @throws RangeError when it is no cursor of this engine, or so old that removals since then may have been forgotten. */
export function parseCursor(text: string, seconds: number): Cursor {
  const [, given, last, now, later] = FORM.exec(text) ?? [];
  if (given === undefined) throw new RangeError(`"${text}" is not a cursor of this store.`);
  if (seconds - Number(given) > GOOD_FOR_SECONDS)
    throw new RangeError('The cursor is too old: read all records, and go on from a new one.');
  return { given: Number(given), last: Number(last), now: parseRanges(now), later: parseRanges(later) };
}

function parseRanges(text = ''): Range[] {
  return text.split('_').flatMap((range) => {
    const [from, to] = range.split('-').map(Number);
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

/** What a reader at `cursor` has to look at when numbers are handed out up to `last`. */
export function toRead(cursor: Cursor, last: number): Range[] {
  const fresh = cursor.last < last ? [{ from: cursor.last + 1, to: last }] : [];
  return merged([...cursor.now, ...fresh]);
}

/**
 * Where the reader is after it was told everything to read up to `end`, of which `open` may still get something. With `more` to read
 * the open numbers wait, so that a reader with a small limit comes past them.
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
