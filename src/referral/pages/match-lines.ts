import { type Coverage, coveredParts } from '../../domain/coverage.js';
import type { Listing } from '../../domain/listing.js';
import { lines } from '../../domain/reference/lines.js';
import { payers } from '../../domain/reference/payers.js';
import { states } from '../../domain/reference/states.js';
import { indexEntry } from '../../search/entry.js';
import { milesFrom } from '../../search/joint.js';
import { explain } from '../../search/reasons.js';
import { coveredPartLabels } from '../../wording/labels.js';
import { inSentence, listed } from '../../wording/lists.js';
import { reasonLines } from '../../wording/search-reasons.js';
import { asksInsurance, type Need, networksFor, queryFor } from '../need.js';

/** More networks than this are counted, not named. */
const MOST_NAMED = 4;

/** Why a therapist answers a need: what lets them treat in the state, and which of the insurance they take there for what. */
export function matchLines(listing: Listing, need: Need): string[] {
  const { reasons } = explain(
    indexEntry(listing),
    { ...queryFor({ ...need, payer: null, line: null }) },
    milesFrom(null),
    null,
  );
  const authority = reasonLines(reasons.filter((reason) => reason.kind === 'authority'));
  return [...authority, ...coverageLines(listing, need)];
}

/** "Takes Horizon BCBSNJ (commercial, Medicaid) in New Jersey: preparation and integration visits". */
function coverageLines(listing: Listing, need: Need): string[] {
  if (!asksInsurance(need)) return [];
  const place = states[need.state].name;
  const rows = networksFor(listing, need);
  if (rows.length === 0) return [`Not said to take this insurance in ${place}: ask first`];
  return coveredParts.flatMap((part) => {
    const networks = networkNames(rows.filter((row) => row.covers === part));
    if (networks.length === 0) return [];
    const more = networks.length - MOST_NAMED;
    const named = listed(more > 0 ? [...networks.slice(0, MOST_NAMED), `${more} more`] : networks);
    return [`Takes ${named} in ${place}: ${inSentence(coveredPartLabels[part])}`];
  });
}

/** Each payer once, with its lines: "Aetna (commercial and Medicaid)". */
function networkNames(rows: readonly Coverage[]): string[] {
  return [...new Set(rows.map((row) => row.payer))].map((payer) => {
    const kinds = rows.filter((row) => row.payer === payer).map((row) => lines[row.line].short);
    return `${payers[payer].short} (${listed(kinds)})`;
  });
}
