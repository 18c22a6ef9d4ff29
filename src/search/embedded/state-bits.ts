import { stateCodes } from '../../domain/reference/states.js';
import { ANY } from './codes.js';

/** A set of states: bit n of `low` is state n, of `high` state 32 + n. */
export interface StateSet {
  low: number;
  high: number;
}

/** A set of states for each document. */
export interface StateColumns {
  low: Int32Array;
  high: Int32Array;
}

const ALL_BITS = -1;

export const everyState = (): StateSet => ({ low: ALL_BITS, high: ALL_BITS });
export const noState = (): StateSet => ({ low: 0, high: 0 });

/** The state (by number) as a set; with {@link ANY} all of them. */
export function onlyState(state: number): StateSet {
  if (state === ANY) return everyState();
  const set = noState();
  addState(set, state);
  return set;
}

/** What a state is in the lower half of a set, and in the higher. */
export const lowBit = (state: number): number => (state < 32 ? 1 << state : 0);
export const highBit = (state: number): number => (state < 32 ? 0 : 1 << (state - 32));

export function addState(set: StateSet, state: number): void {
  if (state < 32) set.low |= 1 << state;
  else set.high |= 1 << (state - 32);
}

export function holdsState(low: number, high: number, state: number): boolean {
  return state < 32 ? ((low >>> state) & 1) === 1 : ((high >>> (state - 32)) & 1) === 1;
}

export function writeStates(columns: StateColumns, docId: number, { low, high }: StateSet): void {
  columns.low[docId] = low;
  columns.high[docId] = high;
}

/** Whether the sets of a document and of a search have a state in common. */
export function sharesState(columns: StateColumns, docId: number, low: number, high: number): boolean {
  return ((columns.low[docId]! & low) | (columns.high[docId]! & high)) !== 0;
}

/** One state as a column of bits: bit {@link StateBit.bit} of each number. */
export interface StateBit {
  column: Int32Array;
  bit: number;
}

export function stateBit({ low, high }: StateColumns, state: number): StateBit {
  return state < 32 ? { column: low, bit: state } : { column: high, bit: state - 32 };
}

/** Adds one to the counter of every state in a set. */
export function countStates(counters: Uint32Array, low: number, high: number): void {
  addBits(counters, low, 0);
  addBits(counters, high, 32);
}

/** Adds one to the counter of every bit that is set. */
export function addBits(counters: Uint32Array, bits: number, from: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) counters[from + 31 - Math.clz32(rest & -rest)]! += 1;
}

/** How often each state is in the sets: `count` counts the bits of one column. */
export function stateCounts(columns: StateColumns, count: (column: Int32Array) => Uint32Array): Uint32Array {
  const counts = new Uint32Array(stateCodes.length);
  counts.set(count(columns.low));
  counts.set(count(columns.high).subarray(0, stateCodes.length - 32), 32);
  return counts;
}
