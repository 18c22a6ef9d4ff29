import { type Clock, toDay } from '../domain/calendar.js';
import { type PayerId, payerIds, payerServes } from '../domain/reference/payers.js';
import { type StateCode, stateCodes } from '../domain/reference/states.js';
import { emptyQuery } from '../search/query-fields.js';
import type { SearchIndex } from '../search/search-index.js';

export interface StateGap {
  state: StateCode;
  listings: number;
  inPerson: number;
  accepting: number;
  /** Payers that sell there, and that nobody listed takes there. */
  missing: PayerId[];
  /** How many payers sell there. */
  payers: number;
}

/** For each state how many are listed, and which payers nobody takes there. */
export async function coverageGaps(index: Pick<SearchIndex, 'search'>, clock: Clock): Promise<StateGap[]> {
  const today = toDay(clock.now());
  const gaps: StateGap[] = [];
  for (const state of stateCodes) {
    const { total, counts } = await index.search({ ...emptyQuery, state }, today);
    const selling = payerIds.filter((payer) => payerServes(payer, state));
    gaps.push({
      state,
      listings: total,
      inPerson: counts.mode['in-person'] ?? 0,
      accepting: counts.accepting,
      missing: selling.filter((payer) => (counts.payer[payer] ?? 0) === 0),
      payers: selling.length,
    });
  }
  return gaps;
}
