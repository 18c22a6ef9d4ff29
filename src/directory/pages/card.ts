import { type Day, daysBetween } from '../../domain/calendar.js';
import { evidence } from '../../domain/findings.js';
import type { Listing } from '../../domain/listing.js';
import type { Profile } from '../../domain/profile.js';
import { disciplines } from '../../domain/reference/disciplines.js';
import { focuses } from '../../domain/reference/focuses.js';
import { programs } from '../../domain/reference/programs.js';
import { paths } from '../../web/paths.js';
import { daysAgo } from '../../wording/dates.js';
import { presenceLabels, scopeLabels } from '../../wording/labels.js';
import { inSentence, listed } from '../../wording/lists.js';
import { counted, dollars } from '../../wording/numbers.js';

/** What a results page shows of a listing, whatever was searched for. */
export interface CardFace {
  /** Under which id links to this card find it. */
  at: string;
  href: string;
  name: string;
  credentials: string;
  discipline: string;
  accepting: boolean;
  wait: string;
  where: string;
  scope: string;
  training: string;
  caseload: string;
  fee: string;
  focus: string;
  verified: string;
  allVerified: boolean;
  confirmed: string;
  overdue: boolean;
}

export function cardFace(listing: Listing, today: Day): CardFace {
  const { profile, findings } = listing;
  const verified = evidence(findings);
  return {
    at: `at-${listing.slug}`,
    href: paths.therapist(listing.slug),
    name: profile.name,
    credentials: profile.credentials,
    discipline: disciplines[profile.discipline].label,
    accepting: profile.accepting,
    wait: waitWords(profile),
    where: whereWords(profile),
    scope: scopeWords(profile),
    training: listed([...new Set(profile.training.map((training) => programs[training.program].short))]),
    caseload: counted(profile.caseload.patients, 'patient'),
    fee: feeWords(profile),
    focus: listed(profile.focus.slice(0, 3).map((focus) => inSentence(focuses[focus].label))),
    verified: `${verified} of 5 answers verified`,
    allVerified: verified === 5,
    confirmed: `Confirmed ${daysAgo(daysBetween(listing.confirmedAt, today))}`,
    overdue: listing.freshness === 'overdue',
  };
}

/** "wait of about 3 weeks", or nothing when there is no place or no answer. */
export function waitWords({ accepting, waitWeeks }: Profile): string {
  if (!accepting || waitWeeks === null) return '';
  if (waitWeeks === 0) return 'usually within a week';
  return waitWeeks === 1 ? 'wait of about a week' : `wait of about ${waitWeeks} weeks`;
}

export function scopeWords({ scope, presence }: Profile): string {
  if (scope === 'preparation-and-integration') return scopeLabels[scope];
  return `${scopeLabels[scope]}: ${listed(
    presence.map((way) => inSentence(presenceLabels[way])),
    'or',
  )}`;
}

function whereWords({ offices, telehealth }: Profile): string {
  const places = [...new Set(offices.map((office) => `${office.city}, ${office.state}`))];
  const shown = places.length > 2 ? [...places.slice(0, 2), `${places.length - 2} more`] : places;
  return [...shown, ...(telehealth ? ['telehealth'] : [])].join(' · ');
}

function feeWords({ fees }: Profile): string {
  const parts = [
    fees.hourly === null ? '' : `${dollars(fees.hourly)} an hour`,
    fees.packagePerSession === null ? '' : `${dollars(fees.packagePerSession)} a session package`,
    fees.slidingScale ? 'sliding scale' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Not given: ask' : parts.join(' · ');
}
