import { type Day, daysBetween } from '../../domain/calendar.js';
import type { Listing } from '../../domain/listing.js';
import { states } from '../../domain/reference/states.js';
import { searchParams } from '../../search/query.js';
import { paths, searchPath } from '../../web/paths.js';
import { dayLabel, daysAgo } from '../../wording/dates.js';
import { disciplineLabels } from '../../wording/labels.js';
import { waitWords } from '../../wording/wait.js';
import { type Need, queryFor } from '../need.js';
import type { OnSheet, Substitute } from '../on-sheet.js';
import { type AnswerLine, answerLines } from './answer-lines.js';
import { matchLines } from './match-lines.js';

interface Way {
  label: string;
  words: string;
  href: string;
}

/** A therapist to call, on screen and on paper. */
export interface PersonShown {
  name: string;
  credentials: string;
  discipline: string;
  profile: string;
  contact: readonly Way[];
  where: string;
  room: string;
  accepting: boolean;
  matches: readonly string[];
  answers: readonly AnswerLine[];
  confirmed: string;
  overdue: boolean;
}

/** A therapist of a sheet who should not be called now, and one to call instead. */
export interface AwayShown {
  words: string;
  substitute: (PersonShown & { distance: string }) | null;
  /** Where to search when there is no suggestion, and for others. */
  search: string;
}

/** Exactly one of the two is there. */
export interface EntryShown {
  person: PersonShown | null;
  away: AwayShown | null;
}

export function entryShown(entry: OnSheet, need: Need, today: Day): EntryShown {
  if (entry.here) return { person: personShown(entry.listing, need, today), away: null };
  const { substitute } = entry;
  return {
    person: null,
    away: {
      words: entry.words,
      substitute: substitute && {
        ...personShown(substitute.listing, need, today),
        distance: distanceWords(substitute),
      },
      search: searchPath(searchParams(queryFor(need))),
    },
  };
}

function personShown(listing: Listing, need: Need, today: Day): PersonShown {
  const { profile } = listing;
  const wait = waitWords(profile);
  return {
    name: profile.name,
    credentials: profile.credentials,
    discipline: disciplineLabels[profile.discipline],
    profile: paths.therapist(listing.slug),
    contact: waysOf(listing),
    where: whereWords(listing, need),
    room: profile.accepting ? `Accepting new patients${wait === '' ? '' : `, ${wait}`}` : 'Not accepting now',
    accepting: profile.accepting,
    matches: matchLines(listing, need),
    answers: answerLines(listing),
    confirmed: `Facts confirmed ${dayLabel(listing.confirmedAt)}, ${daysAgo(daysBetween(listing.confirmedAt, today))}`,
    overdue: listing.freshness === 'overdue',
  };
}

function waysOf({ profile: { contact } }: Listing): Way[] {
  const { phone, email, web } = contact;
  return [
    ...(phone === null ? [] : [{ label: 'Phone', words: phone, href: `tel:+1-${phone}` }]),
    ...(email === null ? [] : [{ label: 'E-mail', words: email, href: `mailto:${email}` }]),
    ...(web === null
      ? []
      : [{ label: 'Web', words: web.replace(/^https?:\/\//, '').replace(/\/$/, ''), href: web }]),
  ];
}

/** The offices of the state where they may treat in person, and telehealth where they may. */
function whereWords({ profile, permissions }: Listing, { state }: Need): string {
  const modes = new Set(permissions.filter((may) => may.state === state).map((may) => may.mode));
  const offices = modes.has('in-person') ? profile.offices.filter((office) => office.state === state) : [];
  return [
    ...new Set(offices.map(({ city, zip }) => `${city}, ${state} ${zip}`)),
    ...(modes.has('telehealth') ? [`telehealth in ${states[state].name}`] : []),
  ].join(' · ');
}

function distanceWords({ miles }: Substitute): string {
  if (miles === null || !Number.isFinite(miles)) return '';
  const whole = Math.round(miles);
  if (whole < 1) return 'office less than a mile from theirs';
  return `office ${whole === 1 ? '1 mile' : `${whole} miles`} from theirs`;
}
