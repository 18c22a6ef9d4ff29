import { type Day, daysBetween } from '../../domain/calendar.js';
import type { Listing } from '../../domain/listing.js';
import { facts, rowOf, sectionOf } from '../../domain/profile-fields.js';
import { questionIds } from '../../domain/questions.js';
import type { Need } from '../../web/shortlist.js';
import { isCutShort } from '../../wording/answers-in-short.js';
import { dayLabel, daysAgo } from '../../wording/dates.js';
import { factWords } from '../../wording/facts.js';
import { feesAlsoInShort, feeWords } from '../../wording/fees.js';
import { dosePlaceLabels, presenceLabels, roleLabels } from '../../wording/labels.js';
import { listedLabels } from '../../wording/lists.js';
import { questionCount } from '../../wording/questions.js';
import { waitWords } from '../../wording/wait.js';
import { type YesNoPath, yesNoInShort, yesNoPaths } from '../../wording/yes-no.js';
import { type Aspect, type AspectGroup, plain } from './compare-cells.js';
import { needGroup } from './compare-need.js';
import { questionAspects } from './compare-questions.js';
import { feesShown } from './money.js';

/** Yes/no facts that have no row: what they say is in another row, or decides little between therapists. */
const withoutRow: readonly YesNoPath[] = ['telehealth', 'alongsideOwnTherapist', 'accepting'];

/** Everything that is compared, in the order in which it decides. */
export function aspectGroups(need: Need, today: Day): AspectGroup[] {
  return [
    needGroup(need),
    { label: 'Now', aspects: nowAspects(today) },
    { label: `The ${questionCount} questions`, aspects: questionAspects },
    { label: 'During and after the dose', aspects: [...doseAspects, ...yesNoAspects(true)] },
    { label: 'Fees, and the two ways through a course', aspects: feeAspects },
    { label: 'How they work', aspects: yesNoAspects(false) },
  ];
}

/** A row for each yes/no fact that no other row says: those of the answers, or all others. */
function yesNoAspects(ofAnswers: boolean): Aspect[] {
  return yesNoPaths
    .filter((path) => (sectionOf(path) === 'answers') === ofAnswers && !isSaidElsewhere(path))
    .map((path) => plain(factWords[path].patient.label, ({ profile }) => yesNoInShort(profile, path)));
}

function isSaidElsewhere(path: YesNoPath): boolean {
  const { check } = rowOf(facts.get(path)!.field);
  const question = questionIds.find((id) => id === check);
  if (question !== undefined) return !isCutShort(question);
  return withoutRow.includes(path) || sectionOf(path) === 'fees';
}

function nowAspects(today: Day): Aspect[] {
  return [
    plain(factWords.accepting.patient.label, ({ profile }) => yesNoInShort(profile, 'accepting')),
    plain('Usual wait', ({ profile }) =>
      profile.accepting ? waitWords(profile).replace(/^wait of /, '') || 'Not given' : 'No place now',
    ),
    plain('Last confirmed', ({ confirmedAt, freshness }) => [
      `${dayLabel(confirmedAt)} (${daysAgo(daysBetween(confirmedAt, today))})`,
      freshness === 'overdue' ? 'Overdue: ask whether it still holds' : '',
    ]),
  ];
}

const doseAspects: readonly Aspect[] = [
  plain('Presence', ({ profile }) =>
    profile.scope === 'in-session'
      ? listedLabels(profile.presence.map((way) => presenceLabels[way]))
      : 'Not there during the dose',
  ),
  plain('Role', ({ profile }) =>
    profile.scope === 'in-session' && profile.role !== null ? roleLabels[profile.role] : 'None',
  ),
  plain(
    'Dose is taken',
    ({ profile }) => listedLabels(profile.dosePlaces.map((place) => dosePlaceLabels[place])) || 'Not given',
  ),
];

const feeAspects: readonly Aspect[] = [
  plain('Fee per hour', ({ profile }) => feeWords(profile.fees.hourly)),
  plain('Package per session', ({ profile }) => feeWords(profile.fees.packagePerSession)),
  plain('Course, full package', (listing) => feesShown(listing).full || notOffered(listing)),
  plain('Course, hybrid path', (listing) => feesShown(listing).hybrid || 'No fee given'),
  plain('Also', ({ profile }) => feesAlsoInShort(profile) || 'Nothing said'),
];

const notOffered = ({ profile }: Listing) =>
  profile.scope === 'in-session' ? 'No package price given' : 'Not offered: not there during the dose';
