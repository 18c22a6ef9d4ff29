import { type Day, daysBetween } from '../../domain/calendar.js';
import { LAPSE_AFTER_DAYS, lapsesOn } from '../../domain/freshness.js';
import type { Listing } from '../../domain/listing.js';
import { confirmedOf } from '../../domain/listing.js';
import { personChecks } from '../../domain/profile-fields/checks.js';
import { states } from '../../domain/reference/states.js';
import { paths, withParams } from '../../web/paths.js';
import { type Need, needParams, type Shortlist, withPicks } from '../../web/shortlist.js';
import { authorityRows, psypactShown } from '../../wording/authority.js';
import { dayLabel, daysAgo } from '../../wording/dates.js';
import { ageLabels, disciplineLabels, focusLabels, languageLabels } from '../../wording/labels.js';
import { proofOf } from '../../wording/proof.js';
import { scopeWords } from '../../wording/scope.js';
import { waitWords } from '../../wording/wait.js';
import { answersShown } from './answers.js';
import { coverageShown, feesShown } from './money.js';
import { plainFacts } from './plain-facts.js';
import { type OnPage, shortlistShown, toggles } from './shortlist.js';

const personWords = {
  identity: 'Identity',
  standing: 'Good standing, no active complaints',
  malpractice: 'Malpractice cover',
  references: 'Professional references',
} as const;

/** The visitor's shortlist, and where and how the patient is insured. */
export interface ListFor {
  list: Shortlist;
  need: Need;
}

/** The page of a listing for a visitor with an empty shortlist: therapists look at their own before it is public. */
export function plainProfilePage(listing: Listing, today: Day) {
  const nobody = { list: { listings: [], unlisted: [], over: 0 }, need: { state: null, payer: [] } };
  return profilePage(listing, nobody, today);
}

/** A therapist's page: the facts, each with what was checked and when. */
export function profilePage(listing: Listing, { list, need }: ListFor, today: Day) {
  const { profile, findings } = listing;
  const onPage: OnPage = {
    list,
    need,
    here: (slugs) => withParams(paths.therapist(listing.slug), withPicks(needParams(need), slugs)),
  };
  return {
    name: profile.name,
    credentials: profile.credentials,
    discipline: disciplineLabels[profile.discipline],
    pronouns: profile.pronouns ?? '',
    about: profile.about.split(/\n+/),
    accepting: profile.accepting,
    wait: waitWords(profile),
    scope: scopeWords(profile),
    contact: contactShown(listing),
    offices: profile.offices.map((office) => `${office.city}, ${office.state} ${office.zip}`),
    telehealth: profile.telehealth,
    authority: authorityRows(listing),
    psypact: psypactShown(listing),
    answers: answersShown(listing),
    coverage: coverageShown(listing),
    fees: feesShown(listing),
    person: personChecks.map((subject) => ({
      label: personWords[subject],
      proof: proofOf(findings, subject, null),
    })),
    npi: profile.npi ?? '',
    focus: profile.focus.map((focus) => focusLabels[focus]),
    ages: profile.ages.map((age) => ageLabels[age]),
    languages: profile.languages.map((language) => languageLabels[language]),
    plain: plainFacts(profile),
    whomAsOf: dayLabel(confirmedOf(listing, 'whom')),
    fresh: freshnessShown(listing, today),
    checklist: paths.therapistChecklist(listing.slug),
    report: paths.report(listing.slug),
    shortlist: shortlistShown(onPage),
    toggle: toggles(onPage)(listing.slug),
  };
}

/** "Dana Reyes, LMHC: KAP therapist in Florida and New Jersey", for the title and previews. */
export function profileTitle({ profile, permissions }: Listing): string {
  const licensed = [
    ...new Set(permissions.filter((p) => p.basis === 'license').map((p) => states[p.state].name)),
  ];
  const where = licensed.length === 0 || licensed.length > 2 ? '' : ` in ${licensed.join(' and ')}`;
  return `${profile.name}, ${profile.credentials}: KAP therapist${where}`;
}

function contactShown(listing: Listing) {
  const { phone, email, web } = listing.profile.contact;
  return {
    phone: phone ?? '',
    phoneHref: phone === null ? '' : `tel:+1-${phone}`,
    email: email ?? '',
    emailHref: email === null ? '' : `mailto:${email}`,
    web: web ?? '',
    webLabel: web === null ? '' : new URL(web).host,
    asOf: dayLabel(confirmedOf(listing, 'who')),
  };
}

function freshnessShown({ confirmedAt, freshness }: Listing, today: Day) {
  return {
    overdue: freshness === 'overdue',
    confirmed: dayLabel(confirmedAt),
    ago: daysAgo(daysBetween(confirmedAt, today)),
    gone: dayLabel(lapsesOn(confirmedAt)),
    limit: LAPSE_AFTER_DAYS,
  };
}
