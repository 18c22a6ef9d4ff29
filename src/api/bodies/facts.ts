import { evidence, type Finding, findingAbout } from '../../domain/findings.js';
import type { Listing } from '../../domain/listing.js';
import type { Profile } from '../../domain/profile.js';
import { disciplines } from '../../domain/reference/disciplines.js';
import { focuses } from '../../domain/reference/focuses.js';
import { type ProgramId, programs } from '../../domain/reference/programs.js';
import { paths } from '../../web/paths.js';
import { therapistLink } from '../links.js';
import type { SummaryBody } from '../schemas/search.js';

export const programLabel = (id: ProgramId) => ({ id, label: programs[id].short });

/** How they are there for the dose; whoever is not may have left an answer to it, which says nothing. */
export const presenceOf = ({ scope, presence }: Profile) => (scope === 'in-session' ? presence : []);

/** What both a hit and the whole therapist say. */
export function sharedFacts(listing: Listing): Omit<SummaryBody, 'fees'> {
  const { slug, profile, findings, confirmedAt, freshness, demo } = listing;
  return {
    slug,
    links: { self: therapistLink(slug), page: paths.therapist(slug) },
    name: profile.name,
    credentials: profile.credentials,
    discipline: { id: profile.discipline, label: disciplines[profile.discipline].label },
    accepting: profile.accepting,
    waitWeeks: profile.accepting ? profile.waitWeeks : null,
    offices: profile.offices.map(({ city, state, zip }) => ({ city, state, zip })),
    telehealth: profile.telehealth,
    scope: profile.scope,
    presence: presenceOf(profile),
    programs: [...new Set(profile.training.map(({ program }) => program))].map(programLabel),
    patients: profile.caseload.patients,
    focus: profile.focus.map((id) => ({ id, label: focuses[id].label })),
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
