import { type Day, daysBetween } from '../../domain/calendar.js';
import type { QuestionId, Training } from '../../domain/five-questions.js';
import type { Listing } from '../../domain/listing.js';
import type { Profile } from '../../domain/profile.js';
import { programmes } from '../../domain/reference/programmes.js';
import {
  counted,
  dayLabel,
  daysAgo,
  dollars,
  dosePlaceLabels,
  inSentence,
  listed,
  presenceLabels,
  questions,
  roleLabels,
  scopeLabels,
} from '../../web/labels.js';
import type { Need } from '../../web/shortlist.js';
import { confirmedOf } from '../freshness-of.js';
import { waitWords } from './card.js';
import { type Aspect, type AspectGroup, inShort, plain } from './compare-cells.js';
import { needGroup } from './compare-need.js';
import { feesShown } from './money.js';
import { proofOf } from './proof.js';

/** How much of an answer in free words is shown: the whole of it is on the profile. */
const MOST_WORDS = 130;
const MOST_AWARD = 60;
const MOST_MENTOR = 40;
const MOST_TRAININGS = 3;

/** Everything that is compared, in the order in which it decides. */
export function aspectGroups(need: Need, today: Day): AspectGroup[] {
  return [
    needGroup(need),
    { label: 'Now', aspects: nowAspects(today) },
    { label: 'The five questions', aspects: fiveAspects },
    { label: 'During and after the dose', aspects: doseAspects },
    { label: 'Fees, and the two ways through a course', aspects: feeAspects },
  ];
}

function nowAspects(today: Day): Aspect[] {
  return [
    plain('New patients', ({ profile }) => (profile.accepting ? 'Accepting' : 'Not accepting now')),
    plain('Usual wait', ({ profile }) =>
      profile.accepting ? waitWords(profile).replace(/^wait of /, '') || 'Not given' : 'No place now',
    ),
    plain('Last confirmed', ({ confirmedAt, freshness }) => [
      `${dayLabel(confirmedAt)} (${daysAgo(daysBetween(confirmedAt, today))})`,
      freshness === 'overdue' ? 'Overdue: ask whether it still holds' : '',
    ]),
  ];
}

/** One of the five questions: the answer in short, and what was checked of it. */
const five = (
  id: QuestionId,
  words: (profile: Profile) => readonly string[],
  gist?: (profile: Profile) => string,
): Aspect => ({
  label: questions[id].title,
  cell: (listing) => ({
    lines: words(listing.profile),
    proof: proofOf(listing.findings, id, confirmedOf(listing, 'answers')),
    ...(gist && { gist: gist(listing.profile) }),
  }),
});

const fiveAspects: readonly Aspect[] = [
  five('training', ({ training }) => {
    const more = training.length - MOST_TRAININGS;
    const first = training.slice(0, MOST_TRAININGS).map(trainingInShort);
    return more > 0 ? [...first, `and ${more} more on the profile`] : first;
  }),
  five(
    'caseload',
    ({ caseload }) => [`${counted(caseload.patients, 'patient')} in the year to ${dayLabel(caseload.asOf)}`],
    ({ caseload }) => String(caseload.patients),
  ),
  five('scope', ({ scope }) => [scopeLabels[scope]]),
  five('difficult-material', ({ difficultMaterial: material }) => [
    `Emotion: ${inShort(material.intenseEmotion, MOST_WORDS)}`,
    `Body: ${inShort(material.somaticRelease, MOST_WORDS)}`,
    `Flashbacks: ${inShort(material.flashbacks, MOST_WORDS)}`,
  ]),
  five('coordination', ({ coordination }) => [
    coordination.withPrescriber ? 'In contact with the prescriber' : 'Not in contact with the prescriber',
    inShort(coordination.how, MOST_WORDS),
  ]),
];

/**
 * "Fluence: Postgraduate Certificate in KAP (2023, 125 hours)". Where one must know something of the program, that stands in the place
 * of the award: it must not be what is cut off on paper.
 */
function trainingInShort({ programme, award, year, hours, mentor }: Training): string {
  const { short, caution } = programmes[programme];
  const facts = [
    String(year),
    hours === null ? '' : `${hours} hours`,
    mentor === null ? '' : `with ${inShort(mentor, MOST_MENTOR)}`,
  ];
  const known = facts.filter((fact) => fact !== '').join(', ');
  return caution === undefined
    ? `${short}: ${inShort(award, MOST_AWARD)} (${known})`
    : `${short} (${known}). ${caution}`;
}

const doseAspects: readonly Aspect[] = [
  plain('Presence', ({ profile }) =>
    profile.scope === 'in-session'
      ? listed(
          profile.presence.map((way, at) =>
            at === 0 ? presenceLabels[way] : inSentence(presenceLabels[way]),
          ),
          'or',
        )
      : 'Not there during the dose',
  ),
  plain('Role', ({ profile }) =>
    profile.scope === 'in-session' && profile.role !== null ? roleLabels[profile.role] : 'None',
  ),
  plain('Dose is taken', ({ profile }) =>
    profile.dosePlaces.length === 0
      ? 'Not given'
      : listed(
          profile.dosePlaces.map((place, at) =>
            at === 0 ? dosePlaceLabels[place] : inSentence(dosePlaceLabels[place]),
          ),
          'or',
        ),
  ),
  plain('Integration in 72 hours', ({ profile }) =>
    profile.integrationWithin72h ? 'Offered' : 'Not promised',
  ),
];

const feeAspects: readonly Aspect[] = [
  plain('Fee per hour', ({ profile }) => feeWords(profile.fees.hourly)),
  plain('Package per session', ({ profile }) => feeWords(profile.fees.packagePerSession)),
  plain('Course, full package', (listing) => feesShown(listing).full || notOffered(listing)),
  plain('Course, hybrid path', (listing) => feesShown(listing).hybrid || 'No fee given'),
  plain('Also', (listing) => feesShown(listing).also.join('. ') || 'Nothing said'),
];

const feeWords = (amount: number | null) => (amount === null ? 'Not given' : dollars(amount));

const notOffered = ({ profile }: Listing) =>
  profile.scope === 'in-session' ? 'No package price given' : 'Not offered: not there during the dose';
