import { authoritySubject, type Mode, type Permission, PSYPACT_SUBJECT } from '../domain/authority.js';
import type { Listing } from '../domain/listing.js';
import { confirmedOf } from '../domain/listing.js';
import { type StateCode, stateCodes, states } from '../domain/reference/states.js';
import { dayLabel } from './dates.js';
import { basisLabels, modeLabels } from './labels.js';
import { listed, listedLabels } from './lists.js';
import { type Proof, proofOf } from './proof.js';

export interface AuthorityShown {
  state: string;
  modes: string;
  basis: string;
  number: string;
  until: string;
  proof: Proof;
}

/** Each license, registration and privilege that lets the therapist treat today, with what was checked of it. */
export function authorityRows(listing: Listing): AuthorityShown[] {
  const { profile, permissions, findings } = listing;
  // On a public listing each of them is verified; the preview of a draft shows those that were not checked yet.
  const claimed = confirmedOf(listing, 'where');
  return profile.authority
    .map((held) => ({ held, modes: modesOf(permissions, held) }))
    .filter(({ modes }) => modes.length > 0)
    .sort((a, b) => stateCodes.indexOf(a.held.state) - stateCodes.indexOf(b.held.state))
    .map(({ held, modes }) => ({
      state: states[held.state].name,
      modes: listedLabels(modes.map((mode) => modeLabels[mode])),
      basis: `${basisLabels[held.basis]}: ${held.type}`,
      number: held.number,
      until: dayLabel(held.expiresOn),
      proof: proofOf(findings, authoritySubject(held), claimed),
    }));
}

export interface PsypactShown {
  states: string;
  home: string;
  until: string;
  proof: Proof;
}

/** What PSYPACT adds, or `null` when it adds nothing today. */
export function psypactShown(listing: Listing): PsypactShown | null {
  const { profile, permissions, findings } = listing;
  const reached = permissions
    .filter((permission) => permission.basis === 'psypact')
    .map(({ state }) => state);
  if (profile.psypact === null || reached.length === 0) return null;
  return {
    states: listed(reached.map((state: StateCode) => states[state].name)),
    home: states[profile.psypact.homeState].name,
    until: dayLabel(profile.psypact.expiresOn),
    proof: proofOf(findings, PSYPACT_SUBJECT, confirmedOf(listing, 'where')),
  };
}

function modesOf(
  permissions: readonly Permission[],
  held: Pick<Permission, 'state' | 'basis' | 'type'>,
): Mode[] {
  return permissions
    .filter(({ state, basis, type }) => state === held.state && basis === held.basis && type === held.type)
    .map((permission) => permission.mode);
}
