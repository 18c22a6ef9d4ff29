import type { Documents } from './documents.js';
import { HEAD } from './facts.js';
import type { JointAsk, JointTally } from './joint-ask.js';
import { closestOffice, readCoverage, readOffices } from './joint-reading.js';
import { createTallier, type Listing } from './joint-tally.js';
import { everyState, onlyState } from './state-bits.js';

export interface JointFilter {
  /** Whether everything asked for holds in one state; adds the listing to the tally where one is given. */
  test(docId: number, tally: JointTally | null): boolean;
  /** Miles to the closest office in a state where everything holds; of the document found last. */
  miles(): number;
}

/** Tests listings one by one, by their facts. `steps` are the distances to count, in miles. */
export function createJointFilter(
  ask: JointAsk,
  { columns, facts }: Documents,
  steps: readonly number[],
): JointFilter {
  const data = facts.data();
  // Both modes are read, not the column of either: the tally reads them again, and each column more is a miss of the cache.
  const { inPerson, telehealth } = columns;
  const chosen = onlyState(ask.state);
  const addTo = createTallier(ask, chosen, columns, data, steps);
  const [may, covered, near] = [everyState(), everyState(), everyState()];
  const listing: Listing = { docId: -1, may, covered, near, coverageFrom: 0, officesFrom: 0, end: 0 };
  let closest = Number.POSITIVE_INFINITY;

  function read(docId: number): void {
    const start = columns.facts[docId]! + 1;
    listing.docId = docId;
    listing.coverageFrom = start + HEAD + data[start]!;
    listing.officesFrom = listing.coverageFrom + data[start + 1]!;
    listing.end = start + data[start - 1]!;
    may.low = ask.inPerson ? inPerson.low[docId]! : 0;
    may.high = ask.inPerson ? inPerson.high[docId]! : 0;
    if (ask.telehealth) may.low |= telehealth.low[docId]!;
    if (ask.telehealth) may.high |= telehealth.high[docId]!;
    if (ask.asksCoverage) readCoverage(ask, data, listing.coverageFrom, listing.officesFrom, covered);
    if (ask.miles) readOffices(ask, data, listing.officesFrom, listing.end, near);
  }

  return {
    miles: () => closest,
    test(docId, tally) {
      read(docId);
      const low = may.low & covered.low & near.low & chosen.low;
      const high = may.high & covered.high & near.high & chosen.high;
      const found = (low | high) !== 0;
      if (found && ask.miles)
        closest = closestOffice(ask.miles, data, listing.officesFrom, listing.end, low, high);
      if (tally) addTo(listing, tally);
      return found;
    },
  };
}
