import { ROTATIONS, rotationKey } from '../order.js';
import { confirmedBits, layout, maskOf, WORDS } from './layout.js';

/** No fee was given. */
export const NO_FEE = 0x3fffffff;

/** One array for each fact that searches look at, by slot. All are replaced by larger ones together. */
export interface Columns {
  capacity: number;
  words: Int32Array[];
  /** In person, by telehealth, by either: one bit for each state, the first 32 and the rest. */
  inPersonLow: Int32Array;
  inPersonHigh: Int32Array;
  telehealthLow: Int32Array;
  telehealthHigh: Int32Array;
  anyModeLow: Int32Array;
  anyModeHigh: Int32Array;
  fee: Int32Array;
  caseload: Int32Array;
  confirmedOn: Int32Array;
  revision: Int32Array;
  standing: Int32Array;
  idHash: Int32Array;
  /** The ordinary order on the day prepared for. */
  rank: Float64Array;
  /** Where the facts and terms of the slot begin in their arenas. */
  facts: Int32Array;
  terms: Int32Array;
}

export function createColumns(): Columns {
  const column = () => new Int32Array(0);
  return {
    capacity: 0,
    words: Array.from({ length: WORDS }, column),
    inPersonLow: column(),
    inPersonHigh: column(),
    telehealthLow: column(),
    telehealthHigh: column(),
    anyModeLow: column(),
    anyModeHigh: column(),
    fee: column(),
    caseload: column(),
    confirmedOn: column(),
    revision: column(),
    standing: column(),
    idHash: column(),
    rank: new Float64Array(0),
    facts: column(),
    terms: column(),
  };
}

const FIRST_CAPACITY = 256;

/** Makes room for `needed` slots. */
export function grow(columns: Columns, needed: number): void {
  if (needed <= columns.capacity) return;
  const capacity = Math.max(FIRST_CAPACITY, needed + (needed >> 1));
  const larger = (column: Int32Array) => {
    const copy = new Int32Array(capacity);
    copy.set(column);
    return copy;
  };
  for (const [name, column] of Object.entries(columns))
    if (column instanceof Int32Array) Object.assign(columns, { [name]: larger(column) });
  columns.words = columns.words.map(larger);
  const rank = new Float64Array(capacity);
  rank.set(columns.rank);
  columns.rank = rank;
  columns.capacity = capacity;
}

const CONFIRMED = maskOf('confirmed', () => true);

/** Writes what of a slot depends on the day: the bits of `confirmed`, and its rank in the rotation of that day. */
export function prepareDocId(columns: Columns, docId: number, day: number): void {
  const word = columns.words[layout.confirmed.word]!;
  word[docId] = (word[docId]! & ~CONFIRMED) | confirmedBits(day - columns.confirmedOn[docId]!);
  columns.rank[docId] =
    columns.standing[docId]! * 2 ** 32 + rotationKey(columns.idHash[docId]!, day % ROTATIONS);
}
