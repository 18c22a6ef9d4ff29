import type { Basis, Mode } from '../domain/authority.js';
import { dayNumber } from '../domain/calendar.js';
import { type FacetValues, facetValues } from '../domain/facets.js';
import { searchedTexts } from '../domain/fact-values.js';
import { evidence } from '../domain/findings.js';
import type { Listing } from '../domain/listing.js';
import type { TextField } from '../domain/profile-fields/facet.js';
import type { LineId } from '../domain/reference/lines.js';
import type { PayerId } from '../domain/reference/payers.js';
import type { StateCode } from '../domain/reference/states.js';

export { type TextField, textFields } from '../domain/profile-fields/facet.js';

/** What an index knows of one listing: no private field, nothing that a search does not use. */
export interface IndexEntry {
  id: string;
  slug: string;
  revision: number;
  name: string;
  text: Record<TextField, string>;
  permissions: readonly { state: StateCode; mode: Mode; basis: Basis; type: string }[];
  /** Only of states in which they may treat. */
  coverage: readonly { state: StateCode; payer: PayerId; line: LineId }[];
  /** ZIP codes of the offices where they may treat in person. */
  offices: readonly { state: StateCode; zip: string }[];
  /** What it has for each filter by a fact of the profile. */
  facets: FacetValues;
  /** Verified answers, 0 to 5. */
  evidence: number;
  /** Day number of the last confirmation. */
  confirmedOn: number;
}

/** What is indexed of a listing on the day for which it was made. */
export function indexEntry(listing: Listing): IndexEntry {
  const { profile, permissions } = listing;
  const treats = new Set(permissions.map((permission) => permission.state));
  const inPerson = new Set(permissions.filter((p) => p.mode === 'in-person').map((p) => p.state));
  return {
    id: listing.id,
    slug: listing.slug,
    revision: listing.revision,
    name: profile.name,
    text: searchedTexts(profile),
    permissions,
    coverage: profile.coverage.filter((covered) => treats.has(covered.state)),
    offices: profile.offices.filter((office) => inPerson.has(office.state)),
    facets: facetValues(profile),
    evidence: evidence(listing.findings),
    confirmedOn: dayNumber(listing.confirmedAt),
  };
}
