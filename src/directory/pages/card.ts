import { type Day, daysBetween } from '../../domain/calendar.js';
import { evidence } from '../../domain/findings.js';
import type { Listing } from '../../domain/listing.js';
import { questionIds } from '../../domain/questions.js';
import { programs } from '../../domain/reference/programs.js';
import { paths } from '../../web/paths.js';
import { daysAgo } from '../../wording/dates.js';
import { feesInShort } from '../../wording/fees.js';
import { disciplineLabels, focusLabels } from '../../wording/labels.js';
import { inSentence, listed } from '../../wording/lists.js';
import { counted } from '../../wording/numbers.js';
import { placesInShort } from '../../wording/places.js';
import { scopeWords } from '../../wording/scope.js';
import { waitWords } from '../../wording/wait.js';

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
    discipline: disciplineLabels[profile.discipline],
    accepting: profile.accepting,
    wait: waitWords(profile),
    where: placesInShort(profile),
    scope: scopeWords(profile),
    training: listed([...new Set(profile.training.map((training) => programs[training.program].short))]),
    caseload: counted(profile.caseload.patients, 'patient'),
    fee: feesInShort(profile),
    focus: listed(profile.focus.slice(0, 3).map((focus) => inSentence(focusLabels[focus]))),
    verified: `${verified} of ${questionIds.length} answers verified`,
    allVerified: verified === questionIds.length,
    confirmed: `Confirmed ${daysAgo(daysBetween(listing.confirmedAt, today))}`,
    overdue: listing.freshness === 'overdue',
  };
}
