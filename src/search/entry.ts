import type { Basis, Mode } from '../domain/authority.js';
import { dayNumber } from '../domain/calendar.js';
import { evidence } from '../domain/findings.js';
import type { Listing } from '../domain/listing.js';
import type { DosePlace, Presence, Scope } from '../domain/questions.js';
import { type FocusId, focuses } from '../domain/reference/focuses.js';
import type { LanguageId } from '../domain/reference/languages.js';
import type { LineId } from '../domain/reference/lines.js';
import type { PayerId } from '../domain/reference/payers.js';
import { type ProgramId, programs } from '../domain/reference/programs.js';
import { type StateCode, states } from '../domain/reference/states.js';

/** Where text is looked for, in the order of its weight. */
export const textFields = ['name', 'practice', 'about'] as const;
export type TextField = (typeof textFields)[number];

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
  scope: Scope;
  presence: readonly Presence[];
  place: readonly DosePlace[];
  program: readonly ProgramId[];
  focus: readonly FocusId[];
  language: readonly LanguageId[];
  accepting: boolean;
  ownTherapist: boolean;
  integration72h: boolean;
  hourlyFee: number | null;
  caseload: number;
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
    text: texts(listing),
    permissions,
    coverage: profile.coverage.filter((covered) => treats.has(covered.state)),
    offices: profile.offices.filter((office) => inPerson.has(office.state)),
    scope: profile.scope,
    // Somebody who is not there during a dose may have left their answer to how they are there.
    presence: profile.scope === 'in-session' ? profile.presence : [],
    place: profile.dosePlaces,
    program: profile.training.map((training) => training.program),
    focus: profile.focus,
    language: profile.languages,
    accepting: profile.accepting,
    ownTherapist: profile.alongsideOwnTherapist,
    integration72h: profile.integrationWithin72h,
    hourlyFee: profile.fees.hourly,
    caseload: profile.caseload.patients,
    evidence: evidence(listing.findings),
    confirmedOn: dayNumber(listing.confirmedAt),
  };
}

function texts({ profile }: Listing): Record<TextField, string> {
  const practice = [
    ...profile.training.flatMap((training) => [
      programs[training.program].name,
      programs[training.program].short,
      training.award,
      training.mentor ?? '',
    ]),
    ...profile.focus.map((focus) => focuses[focus].label),
    ...profile.offices.flatMap((office) => [office.city, states[office.state].name]),
  ];
  return {
    name: `${profile.name} ${profile.credentials}`,
    practice: practice.join(' · '),
    about: profile.about,
  };
}
