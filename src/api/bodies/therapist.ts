import { authoritySubject, type Permission, PSYPACT_SUBJECT } from '../../domain/authority.js';
import { COURSE, estimateCourse } from '../../domain/fees.js';
import { lapsesOn } from '../../domain/freshness.js';
import { confirmedOf, type Listing } from '../../domain/listing.js';
import { personChecks } from '../../domain/profile-fields/checks.js';
import { payers } from '../../domain/reference/payers.js';
import { eachOf } from '../../search/flat-groups.js';
import { paths } from '../../web/paths.js';
import { datedSections, type OwnField, therapistFields } from '../fields.js';
import type { TherapistBody } from '../schemas/therapist.js';
import { answersBody } from './answers.js';
import { fieldBodies, findingBody, sharedFacts } from './facts.js';

/** A therapist as JSON: what their page shows. */
export function therapistBody(listing: Listing): TherapistBody {
  const { profile, findings, permissions, slug } = listing;
  const shared = sharedFacts(listing);
  return {
    ...shared,
    links: { ...shared.links, checklist: paths.therapistChecklist(slug) },
    ...fieldBodies(profile, therapistFields),
    permissions: permissions.map(({ state, mode, basis, type }) => ({ state, mode, basis, type })),
    ...ownFields(listing, shared.offices),
    answers: answersBody(listing),
    person: eachOf(personChecks, (check) => findingBody(findings, check, null)),
    hiddenFrom: lapsesOn(listing.confirmedAt),
    asOf: eachOf(datedSections, (section) => confirmedOf(listing, section).slice(0, 10)),
  };
}

/** The fields with a shape of their own, item by item, so that a part that is not shown stays out. */
function ownFields(listing: Listing, offices: TherapistBody['offices']): Pick<TherapistBody, OwnField> {
  const { phone, email, web } = listing.profile.contact;
  return {
    contact: { phone, email, web },
    authority: authorityBody(listing),
    psypact: psypactBody(listing),
    coverage: coverageBody(listing),
    fees: feesBody(listing),
    offices,
  };
}

/** What lets them treat today, and nothing that does not: an expired license is nobody's business here. */
function authorityBody({ profile, permissions, findings }: Listing): TherapistBody['authority'] {
  const modesOf = (held: Pick<Permission, 'state' | 'basis' | 'type'>) =>
    permissions
      .filter((may) => may.state === held.state && may.basis === held.basis && may.type === held.type)
      .map(({ mode }) => mode);
  return profile.authority
    .map(({ state, basis, type, number, expiresOn }) => {
      const finding = findingBody(findings, authoritySubject({ state, basis, type }), null);
      return { state, basis, type, number, expiresOn, modes: modesOf({ state, basis, type }), finding };
    })
    .filter(({ modes }) => modes.length > 0);
}

function psypactBody({ profile, permissions, findings }: Listing): TherapistBody['psypact'] {
  const reached = permissions.filter(({ basis }) => basis === 'psypact').map(({ state }) => state);
  if (profile.psypact === null || reached.length === 0) return null;
  const { homeState, expiresOn } = profile.psypact;
  return { homeState, expiresOn, states: reached, finding: findingBody(findings, PSYPACT_SUBJECT, null) };
}

function coverageBody({ profile, permissions }: Listing): TherapistBody['coverage'] {
  const allowed = new Set(permissions.map(({ state }) => state));
  return profile.coverage
    .filter(({ state }) => allowed.has(state))
    .map(({ state, payer, line, covers }) => ({
      state,
      payer,
      payerName: payers[payer].name,
      line,
      covers,
      managedBy: payers[payer].behavioralHealth ?? null,
    }));
}

function feesBody({ profile }: Listing): TherapistBody['fees'] {
  const { full, hybrid } = estimateCourse(profile.fees);
  const bounds = ([from, to]: readonly [number, number]) => ({ from, to });
  return {
    ...profile.fees,
    course: {
      // The whole package of a therapist who is not there for the dose cannot be booked.
      full: profile.scope === 'in-session' ? full : null,
      hybrid,
      assumes: { sessions: bounds(COURSE.sessions), preparations: bounds(COURSE.preparations) },
    },
  };
}
