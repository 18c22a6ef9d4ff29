import { lineOf, payerOf, stateOf, zipOf } from './facts.js';
import type { JointAsk } from './joint-ask.js';
import { addState, holdsState, type StateSet } from './state-bits.js';

export function asksPayer(ask: JointAsk, row: number): boolean {
  return ask.payers === null || ask.payers[payerOf(row)] === 1;
}

export function asksLine(ask: JointAsk, row: number): boolean {
  return ((ask.lines >>> lineOf(row)) & 1) === 1;
}

/** The states of the rows of coverage, from place to place, that are of a payer and a line asked for. */
export function readCoverage(
  ask: JointAsk,
  data: Int32Array,
  from: number,
  to: number,
  into: StateSet,
): void {
  into.low = 0;
  into.high = 0;
  for (let at = from; at < to; at++)
    if (asksPayer(ask, data[at]!) && asksLine(ask, data[at]!)) addState(into, stateOf(data[at]!));
}

/** The states of the offices that are near enough. */
export function readOffices(ask: JointAsk, data: Int32Array, from: number, to: number, into: StateSet): void {
  into.low = 0;
  into.high = 0;
  for (let at = from; at < to; at++)
    if (ask.miles![zipOf(data[at]!)]! <= ask.within) addState(into, stateOf(data[at]!));
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
    if (holdsState(low, high, stateOf(data[at]!))) best = Math.min(best, miles[zipOf(data[at]!)]!);
  return best;
}
