import { payerIds } from '../../domain/reference/payers.js';
import type { Documents } from './documents.js';
import { HEAD, lineOf, payerOf, stateOf, zipOf } from './facts.js';
import { ALL, type JointAsk, type JointTally } from './joint-ask.js';

export interface JointFilter {
  /** Whether everything asked for holds in one state; adds the listing to the tally where one is given. */
  test(slot: number, tally: JointTally | null): boolean;
  /** Miles to the closest office in a state where everything holds; of the slot tested last. */
  miles(): number;
}

/** Tests listings one by one, by their facts. `steps` are the distances to count, in miles. */
export function createJointFilter(
  ask: JointAsk,
  { columns, facts }: Documents,
  steps: readonly number[],
): JointFilter {
  const data = facts.data();
  const chosenLow = ask.state < 0 ? ALL : ask.state < 32 ? 1 << ask.state : 0;
  const chosenHigh = ask.state < 0 ? ALL : ask.state < 32 ? 0 : 1 << (ask.state - 32);
  const payerSeen = new Int32Array(payerIds.length).fill(-1);
  let coveredLow = ALL;
  let coveredHigh = ALL;
  let nearLow = ALL;
  let nearHigh = ALL;
  let closest = Number.POSITIVE_INFINITY;

  const has = (low: number, high: number, state: number) =>
    state < 32 ? ((low >>> state) & 1) === 1 : ((high >>> (state - 32)) & 1) === 1;
  const asksPayer = (row: number) => ask.payers === null || ask.payers[payerOf(row)] === 1;
  const asksLine = (row: number) => ((ask.lines >>> lineOf(row)) & 1) === 1;

  function readCoverage(from: number, to: number) {
    coveredLow = 0;
    coveredHigh = 0;
    for (let at = from; at < to; at++) {
      const row = data[at]!;
      if (!asksPayer(row) || !asksLine(row)) continue;
      const state = stateOf(row);
      if (state < 32) coveredLow |= 1 << state;
      else coveredHigh |= 1 << (state - 32);
    }
  }

  function readOffices(from: number, to: number) {
    nearLow = 0;
    nearHigh = 0;
    for (let at = from; at < to; at++) {
      if (ask.miles![zipOf(data[at]!)]! > ask.within) continue;
      const state = stateOf(data[at]!);
      if (state < 32) nearLow |= 1 << state;
      else nearHigh |= 1 << (state - 32);
    }
  }

  /** Miles to the closest office in one of these states. */
  function closestOffice(from: number, to: number, low: number, high: number): number {
    let best = Number.POSITIVE_INFINITY;
    for (let at = from; at < to; at++)
      if (has(low, high, stateOf(data[at]!))) best = Math.min(best, ask.miles![zipOf(data[at]!)]!);
    return best;
  }

  function tallyCoverage(
    tally: JointTally,
    slot: number,
    from: number,
    to: number,
    low: number,
    high: number,
  ) {
    let lines = 0;
    for (let at = from; at < to; at++) {
      const row = data[at]!;
      if (!has(low, high, stateOf(row))) continue;
      if (asksPayer(row)) lines |= 1 << lineOf(row);
      const payer = payerOf(row);
      if (!asksLine(row) || payerSeen[payer] === slot) continue;
      payerSeen[payer] = slot;
      tally.payer[payer]! += 1;
    }
    addBits(tally.line, lines, 0);
  }

  return {
    miles: () => closest,
    test(slot, tally) {
      const inLow = columns.inPersonLow[slot]!;
      const inHigh = columns.inPersonHigh[slot]!;
      const teleLow = columns.telehealthLow[slot]!;
      const teleHigh = columns.telehealthHigh[slot]!;
      const mayLow = (ask.inPerson ? inLow : 0) | (ask.telehealth ? teleLow : 0);
      const mayHigh = (ask.inPerson ? inHigh : 0) | (ask.telehealth ? teleHigh : 0);
      const start = columns.facts[slot]!;
      const coverageFrom = start + 1 + HEAD + data[start + 1]!;
      const officesFrom = coverageFrom + data[start + 2]!;
      const end = start + 1 + data[start]!;
      if (ask.asksCoverage) readCoverage(coverageFrom, officesFrom);
      if (ask.miles) readOffices(officesFrom, end);
      const okLow = mayLow & coveredLow & nearLow;
      const okHigh = mayHigh & coveredHigh & nearHigh;
      const found = ((okLow & chosenLow) | (okHigh & chosenHigh)) !== 0;
      if (found && ask.miles)
        closest = closestOffice(officesFrom, end, okLow & chosenLow, okHigh & chosenHigh);
      if (!tally) return found;
      addBits(tally.state, okLow, 0);
      addBits(tally.state, okHigh, 32);
      const openLow = nearLow & chosenLow;
      const openHigh = nearHigh & chosenHigh;
      tallyCoverage(tally, slot, coverageFrom, officesFrom, mayLow & openLow, mayHigh & openHigh);
      const restLow = coveredLow & openLow;
      const restHigh = coveredHigh & openHigh;
      if (((inLow & restLow) | (inHigh & restHigh)) !== 0) tally.mode[0]! += 1;
      if (((teleLow & restLow) | (teleHigh & restHigh)) !== 0) tally.mode[1]! += 1;
      if (ask.miles) {
        const low = mayLow & coveredLow & chosenLow;
        const high = mayHigh & coveredHigh & chosenHigh;
        const miles = closestOffice(officesFrom, end, low, high);
        for (let step = 0; step < steps.length; step++) if (miles <= steps[step]!) tally.within[step]! += 1;
      }
      return found;
    },
  };
}

/** Adds one to the counter of every bit that is set. */
function addBits(counters: Uint32Array, bits: number, from: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) counters[from + 31 - Math.clz32(rest & -rest)]! += 1;
}
