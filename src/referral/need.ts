import type { Listing } from '../domain/listing.js';
import type { LineId } from '../domain/reference/lines.js';
import type { PayerId } from '../domain/reference/payers.js';
import type { StateCode } from '../domain/reference/states.js';
import { emptyQuery } from '../search/query-fields.js';
import type { SearchQuery } from '../search/search-index.js';

/** What a therapist is needed for: where the patient will be, and how they are insured. */
export interface Need {
  state: StateCode;
  payer: PayerId | null;
  line: LineId | null;
}

/** The search for this need. */
export function queryFor({ state, payer, line }: Need): SearchQuery {
  return {
    ...emptyQuery,
    state,
    payer: payer === null ? [] : [payer],
    line: line === null ? [] : [line],
  };
}

export const mayTreatIn = ({ permissions }: Listing, state: StateCode): boolean =>
  permissions.some((permission) => permission.state === state);

/** The networks that answer the need. Without insurance in it, none is asked for. */
export function networksFor({ profile }: Listing, { state, payer, line }: Need) {
  return profile.coverage.filter(
    (row) =>
      row.state === state && (payer === null || row.payer === payer) && (line === null || row.line === line),
  );
}

export const asksInsurance = ({ payer, line }: Need): boolean => payer !== null || line !== null;

/** Whether the insurance of the need is taken in its state; true when the need has no insurance. */
export const takesInsurance = (listing: Listing, need: Need): boolean =>
  !asksInsurance(need) || networksFor(listing, need).length > 0;
