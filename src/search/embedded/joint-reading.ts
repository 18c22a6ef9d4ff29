import { lineOf, payerOf, stateOf, zipOf } from './facts.js';
import { ALL, type JointAsk } from './joint-ask.js';

/** A set of states: bit n of `low` is state n, of `high` state 32 + n. */
export interface States {
  low: number;
  high: number;
}

export const everyState = (): States => ({ low: ALL, high: ALL });

export function holds(low: number, high: number, state: number): boolean {
  return state < 32 ? ((low >>> state) & 1) === 1 : ((high >>> (state - 32)) & 1) === 1;
}

function add(states: States, state: number): void {
  if (state < 32) states.low |= 1 << state;
  else states.high |= 1 << (state - 32);
}

export function asksPayer(ask: JointAsk, row: number): boolean {
  return ask.payers === null || ask.payers[payerOf(row)] === 1;
}

export function asksLine(ask: JointAsk, row: number): boolean {
  return ((ask.lines >>> lineOf(row)) & 1) === 1;
}

/** The states of the rows of coverage, from place to place, that are of a payer and a line asked for. */
export function readCoverage(ask: JointAsk, data: Int32Array, from: number, to: number, into: States): void {
  into.low = 0;
  into.high = 0;
  for (let at = from; at < to; at++)
    if (asksPayer(ask, data[at]!) && asksLine(ask, data[at]!)) add(into, stateOf(data[at]!));
}

/** The states of the offices that are near enough. */
export function readOffices(ask: JointAsk, data: Int32Array, from: number, to: number, into: States): void {
  into.low = 0;
  into.high = 0;
  for (let at = from; at < to; at++)
    if (ask.miles![zipOf(data[at]!)]! <= ask.within) add(into, stateOf(data[at]!));
}

/** Miles to the closest office in one of these states; infinitely many when there is none. */
export function closestOffice(
  miles: Float64Array,
  data: Int32Array,
  from: number,
  to: number,
  low: number,
  high: number,
): number {
  let best = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; at++)
    if (holds(low, high, stateOf(data[at]!))) best = Math.min(best, miles[zipOf(data[at]!)]!);
  return best;
}
