import { type Day, daysBetween } from '../../domain/calendar.js';
import type { QuestionId } from '../../domain/five-questions.js';
import type { Listing } from '../../domain/listing.js';
import {
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
import { fiveAnswers } from './answers.js';
import { waitWords } from './card.js';
import { type Aspect, type AspectGroup, inShort, plain } from './compare-cells.js';
import { needGroup } from './compare-need.js';
import { feesShown } from './money.js';

/** How much of an answer in free words is shown: the whole of it is on the profile. */
const MOST_WORDS = 150;
const MOST_TRAININGS = 3;

/** Everything that is compared, in the order in which it decides. */
export function aspectGroups(need: Need, today: Day): AspectGroup[] {
  return [
    needGroup(need),
    { label: 'Now', aspects: nowAspects(today) },
    { label: 'The five questions', aspects: fiveAspects },
    { label: 'During and after the dose', aspects: doseAspects },
    { label: 'Fees and the two ways through a course', aspects: feeAspects },
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

const five = (
  id: QuestionId,
  words: (listing: Listing, said: readonly string[]) => readonly string[],
): Aspect => ({
  label: questions[id].title,
  cell(listing) {
    const answer = fiveAnswers(listing).find((one) => one.id === id)!;
    const whole = answer.says.map(({ lead, words: text }) => (lead === '' ? text : `${lead}: ${text}`));
    return { lines: words(listing, whole), proof: answer.proof };
  },
});

const shortened = (_listing: Listing, whole: readonly string[]) =>
  whole.map((words) => inShort(words, MOST_WORDS));

const fiveAspects: readonly Aspect[] = [
  five('training', (_listing, whole) => {
    const more = whole.length - MOST_TRAININGS;
    const first = whole.slice(0, MOST_TRAININGS).map((words) => inShort(words, MOST_WORDS));
    return more > 0 ? [...first, `and ${more} more on the profile`] : first;
  }),
  five('caseload', (_listing, whole) => whole),
  five('scope', ({ profile }) => [scopeLabels[profile.scope]]),
  five('difficult-material', shortened),
  five('coordination', shortened),
];

const doseAspects: readonly Aspect[] = [
  plain('Presence', ({ profile }) =>
    profile.scope === 'in-session'
      ? listed(
          profile.presence.map((way) => presenceLabels[way]),
          'or',
        )
      : 'Not there during the dose',
  ),
  plain('Role', ({ profile }) =>
    profile.scope === 'in-session' && profile.role !== null ? roleLabels[profile.role] : 'None',
  ),
  plain('Where the dose is taken', ({ profile }) =>
    profile.dosePlaces.length === 0
      ? 'Not given'
      : listed(
          profile.dosePlaces.map((place, at) =>
            at === 0 ? dosePlaceLabels[place] : inSentence(dosePlaceLabels[place]),
          ),
          'or',
        ),
  ),
  plain('Integration within 72 hours', ({ profile }) =>
    profile.integrationWithin72h ? 'Offered' : 'Not promised',
  ),
];

const feeAspects: readonly Aspect[] = [
  plain('Per hour', ({ profile }) => feeWords(profile.fees.hourly)),
  plain('Each medication session, as a package', ({ profile }) => feeWords(profile.fees.packagePerSession)),
  plain('A course, full package', (listing) => feesShown(listing).full || notOffered(listing)),
  plain(
    'A course, preparation and integration only',
    (listing) => feesShown(listing).hybrid || 'No fee given',
  ),
  plain('Also', (listing) => feesShown(listing).also.join('. ') || 'Nothing said'),
];

const feeWords = (amount: number | null) => (amount === null ? 'Not given' : dollars(amount));

const notOffered = ({ profile }: Listing) =>
  profile.scope === 'in-session' ? 'No package price given' : 'Not offered: not there during the dose';
