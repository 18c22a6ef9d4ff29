import { evidence, type Finding, findingAbout } from '../../domain/findings.js';
import type { Listing } from '../../domain/listing.js';
import type { Profile } from '../../domain/profile.js';
import { type ProgramId, programs } from '../../domain/reference/programs.js';
import { eachOf } from '../../search/flat-groups.js';
import { paths } from '../../web/paths.js';
import { labelOf, type PlainField, summaryFields, type Told } from '../fields.js';
import { therapistLink } from '../links.js';
import type { SummaryBody } from '../schemas/summary.js';

export const programLabel = (id: ProgramId) => ({ id, label: programs[id].short });

/** The answers to how they are present and in which role count for those alone who are with the patient during a dose. */
const ownReading: { readonly [F in PlainField]?: (profile: Profile) => unknown } = {
  presence: ({ scope, presence }) => (scope === 'in-session' ? presence : []),
  role: ({ scope, role }) => (scope === 'in-session' ? role : null),
  waitWeeks: ({ accepting, waitWeeks }) => (accepting ? waitWeeks : null),
};

/** The value of a plain field; its choices as ids alone. */
export function readField(profile: Profile, field: PlainField): unknown {
  const read = ownReading[field];
  return read === undefined ? profile[field] : read(profile);
}

/** Plain fields under their own names, their choices with labels where the API gives any. */
export const fieldBodies = <F extends PlainField>(profile: Profile, fields: readonly F[]) =>
  eachOf(fields, (field) => toldValue(field, readField(profile, field))) as { [N in F]: Told<N> };

function toldValue(field: PlainField, value: unknown): unknown {
  const label = labelOf(field);
  if (label === null) return value;
  const labeled = (id: string) => ({ id, label: label(id) });
  return Array.isArray(value) ? value.map(labeled) : labeled(value as string);
}

/** What both a hit and the whole therapist say. */
export function sharedFacts(listing: Listing): Omit<SummaryBody, 'fees'> {
  const { slug, profile, findings, confirmedAt, freshness, demo } = listing;
  return {
    slug,
    links: { self: therapistLink(slug), page: paths.therapist(slug) },
    ...fieldBodies(profile, summaryFields),
    offices: profile.offices.map(({ city, state, zip }) => ({ city, state, zip })),
    programs: [...new Set(profile.training.map(({ program }) => program))].map(programLabel),
    patients: profile.caseload.patients,
    evidence: evidence(findings),
    confirmedOn: confirmedAt.slice(0, 10),
    freshness,
    demo,
  };
}

/**
 * What was checked of the claim filed under `subject`; never who checked it. A claim that nobody has looked at is the therapist's own
 * word where there is one (`claimed`, the day it was last said).
 */
export function findingBody(findings: readonly Finding[], subject: string, claimed: string | null) {
  const finding = findingAbout(findings, subject);
  if (finding !== null) return { result: finding.result, seen: finding.seen, on: finding.on };
  const result = claimed === null ? ('not-shown' as const) : ('self-reported' as const);
  return { result, seen: null, on: claimed?.slice(0, 10) ?? null };
}
