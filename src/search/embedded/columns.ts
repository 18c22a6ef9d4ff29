import { facets, type NumberFacetName, numberFacetNames } from '../../domain/facets.js';
import { eachOf } from '../flat-groups.js';
import { ROTATIONS, rotationKey } from '../order.js';
import { confirmedBits, layout, maskOf, WORDS } from './layout.js';
import type { StateColumns } from './state-bits.js';

/** A number that was not given: it matches no limit, and comes last when it is sorted by. */
const notGiven = { 'at most': 0x3fffffff, 'at least': -1 } as const;

/** The number of a facet as its column holds it. */
export const columnValue = (name: NumberFacetName, value: number | null): number =>
  value ?? notGiven[facets[name].kind];

/** One array for each fact that searches read, by document id. All are replaced by larger ones together. */
export interface Columns {
  capacity: number;
  words: Int32Array[];
  /** The states in which they may treat: in person, by telehealth, by either. */
  inPerson: StateColumns;
  telehealth: StateColumns;
  anyMode: StateColumns;
  /** Of each facet that is a number (see {@link columnValue}). */
  numbers: Record<NumberFacetName, Int32Array>;
  confirmedOn: Int32Array;
  revision: Int32Array;
  standing: Int32Array;
  idHash: Int32Array;
  /** The ordinary order on the day prepared for. */
  rank: Float64Array;
  /** Where the facts and terms of the document begin in their arenas. */
  facts: Int32Array;
  terms: Int32Array;
}

export function createColumns(): Columns {
  const column = () => new Int32Array(0);
  const states = () => ({ low: column(), high: column() });
  return {
    capacity: 0,
    words: Array.from({ length: WORDS }, column),
    inPerson: states(),
    telehealth: states(),
    anyMode: states(),
    numbers: eachOf(numberFacetNames, column),
    confirmedOn: column(),
    revision: column(),
    standing: column(),
    idHash: column(),
    rank: new Float64Array(0),
    facts: column(),
    terms: column(),
  };
}

/** The states in which they may treat in any of the modes asked for. */
export function treatingStates(
  { inPerson, telehealth }: { inPerson: boolean; telehealth: boolean },
  columns: Columns,
): StateColumns {
  if (inPerson && telehealth) return columns.anyMode;
  return inPerson ? columns.inPerson : columns.telehealth;
}

const FIRST_CAPACITY = 256;

/** Makes room for `needed` documents. */
export function grow(columns: Columns, needed: number): void {
  if (needed <= columns.capacity) return;
  const capacity = Math.max(FIRST_CAPACITY, needed + (needed >> 1));
  const larger = (column: Int32Array) => {
    const copy = new Int32Array(capacity);
    copy.set(column);
    return copy;
  };
  for (const group of [columns, columns.inPerson, columns.telehealth, columns.anyMode, columns.numbers])
    for (const [name, column] of Object.entries(group))
      if (column instanceof Int32Array) Object.assign(group, { [name]: larger(column) });
  columns.words = columns.words.map(larger);
  const rank = new Float64Array(capacity);
  rank.set(columns.rank);
  columns.rank = rank;
  columns.capacity = capacity;
}

const CONFIRMED = maskOf('confirmed', () => true);

/** Writes what of a document depends on the day: the bits of `confirmed`, and its rank in the rotation of that day. */
export function prepareDocId(columns: Columns, docId: number, day: number): void {
  const word = columns.words[layout.confirmed.word]!;
  word[docId] = (word[docId]! & ~CONFIRMED) | confirmedBits(day - columns.confirmedOn[docId]!);
  columns.rank[docId] =
    columns.standing[docId]! * 2 ** 32 + rotationKey(columns.idHash[docId]!, day % ROTATIONS);
}
