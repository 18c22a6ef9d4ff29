import { payerIds } from '../../domain/reference/payers.js';
import { IN_PERSON, TELEHEALTH } from './codes.js';
import type { Columns } from './columns.js';
import { lineOf, payerOf, stateOf } from './facts.js';
import type { JointAsk, JointTally } from './joint-ask.js';
import { asksLine, asksPayer, closestOffice } from './joint-reading.js';
import { addBits, countStates, holdsState, type StateSet, sharesState } from './state-bits.js';

/** What was read of one listing: where its rows and offices are, and in which states each thing asked for holds. */
export interface Listing {
  docId: number;
  /** The states of the modes asked for. */
  may: StateSet;
  covered: StateSet;
  near: StateSet;
  coverageFrom: number;
  officesFrom: number;
  end: number;
}

/** Adds listings to a tally: for each choice of each group, whether the listing would be found with that choice alone. */
export type Tallier = (listing: Listing, tally: JointTally) => void;

export function createTallier(
  ask: JointAsk,
  chosen: StateSet,
  columns: Columns,
  data: Int32Array,
  steps: readonly number[],
): Tallier {
  const { inPerson, telehealth } = columns;
  const payerSeen = new Int32Array(payerIds.length).fill(-1);

  function tallyCoverage({ docId, may, near, coverageFrom, officesFrom }: Listing, tally: JointTally): void {
    const low = may.low & near.low & chosen.low;
    const high = may.high & near.high & chosen.high;
    let lines = 0;
    for (let at = coverageFrom; at < officesFrom; at++) {
      const row = data[at]!;
      if (!holdsState(low, high, stateOf(row))) continue;
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
    if (sharesState(inPerson, docId, low, high)) tally.mode[IN_PERSON]! += 1;
    if (sharesState(telehealth, docId, low, high)) tally.mode[TELEHEALTH]! += 1;
  }

  function tallySteps({ may, covered, officesFrom, end }: Listing, tally: JointTally): void {
    const low = may.low & covered.low & chosen.low;
    const high = may.high & covered.high & chosen.high;
    const miles = closestOffice(ask.miles!, data, officesFrom, end, low, high);
    for (let step = 0; step < steps.length; step++) if (miles <= steps[step]!) tally.within[step]! += 1;
  }

  return (listing, tally) => {
    const { may, covered, near } = listing;
    countStates(tally.state, may.low & covered.low & near.low, may.high & covered.high & near.high);
    tallyCoverage(listing, tally);
    tallyModes(listing, tally);
    if (ask.miles) tallySteps(listing, tally);
  };
}
