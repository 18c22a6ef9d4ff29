import { type Day, daysBetween } from '../../domain/calendar.js';
import type { Listing } from '../../domain/listing.js';
import type { Need } from '../../web/shortlist.js';
import { dayLabel, daysAgo } from '../../wording/dates.js';
import { dosePlaceLabels, presenceLabels, roleLabels } from '../../wording/labels.js';
import { inSentence, listed } from '../../wording/lists.js';
import { dollars } from '../../wording/numbers.js';
import { waitWords } from './card.js';
import { type Aspect, type AspectGroup, plain } from './compare-cells.js';
import { fiveAspects } from './compare-five.js';
import { needGroup } from './compare-need.js';
import { feesShown } from './money.js';

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
  plain(
    'Also',
    ({ profile: { fees } }) =>
      listed(
        [
          fees.slidingScale ? 'sliding scale' : '',
          fees.superbill ? 'superbill' : '',
          fees.hsaFsa ? 'HSA and FSA cards' : '',
        ].filter((words) => words !== ''),
      ) || 'Nothing said',
  ),
];

const feeWords = (amount: number | null) => (amount === null ? 'Not given' : dollars(amount));

const notOffered = ({ profile }: Listing) =>
  profile.scope === 'in-session' ? 'No package price given' : 'Not offered: not there during the dose';
