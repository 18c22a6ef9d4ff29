import { payerIds } from '../../domain/reference/payers.js';
import type { Columns } from './columns.js';
import { lineOf, payerOf, stateOf } from './facts.js';
import type { JointAsk, JointTally } from './joint-ask.js';
import { asksLine, asksPayer, closestOffice, holds, type States } from './joint-reading.js';

/** What was read of one listing: where its rows and offices stand, and in which states each thing asked for holds. */
export interface Listing {
  docId: number;
  /** The states of the modes asked for. */
  may: States;
  covered: States;
  near: States;
  coverageFrom: number;
  officesFrom: number;
  end: number;
}

/** Adds listings to a tally: for each choice of each group, whether the listing would be found with that choice alone. */
export type Tallier = (listing: Listing, tally: JointTally) => void;

export function createTallier(
  ask: JointAsk,
  chosen: States,
  columns: Columns,
  data: Int32Array,
  steps: readonly number[],
): Tallier {
  const payerSeen = new Int32Array(payerIds.length).fill(-1);

  function tallyCoverage({ docId, may, near, coverageFrom, officesFrom }: Listing, tally: JointTally): void {
    const low = may.low & near.low & chosen.low;
    const high = may.high & near.high & chosen.high;
    let lines = 0;
    for (let at = coverageFrom; at < officesFrom; at++) {
      const row = data[at]!;
      if (!holds(low, high, stateOf(row))) continue;
      if (asksPayer(ask, row)) lines |= 1 << lineOf(row);
      const payer = payerOf(row);
      if (!asksLine(ask, row) || payerSeen[payer] === docId) continue;
      payerSeen[payer] = docId;
      tally.payer[payer]! += 1;
    }
    addBits(tally.line, lines, 0);
  }

  function tallyModes({ docId, covered, near }: Listing, tally: JointTally): void {
    const low = covered.low & near.low & chosen.low;
    const high = covered.high & near.high & chosen.high;
    if ((columns.inPersonLow[docId]! & low) | (columns.inPersonHigh[docId]! & high)) tally.mode[0]! += 1;
    if ((columns.telehealthLow[docId]! & low) | (columns.telehealthHigh[docId]! & high)) tally.mode[1]! += 1;
  }

  function tallySteps({ may, covered, officesFrom, end }: Listing, tally: JointTally): void {
    const low = may.low & covered.low & chosen.low;
    const high = may.high & covered.high & chosen.high;
    const miles = closestOffice(ask.miles!, data, officesFrom, end, low, high);
    for (let step = 0; step < steps.length; step++) if (miles <= steps[step]!) tally.within[step]! += 1;
  }

  return (listing, tally) => {
    const { may, covered, near } = listing;
    addBits(tally.state, may.low & covered.low & near.low, 0);
    addBits(tally.state, may.high & covered.high & near.high, 32);
    tallyCoverage(listing, tally);
    tallyModes(listing, tally);
    if (ask.miles) tallySteps(listing, tally);
  };
}

/** Adds one to the counter of every bit that is set. */
function addBits(counters: Uint32Array, bits: number, from: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) counters[from + 31 - Math.clz32(rest & -rest)]! += 1;
}
