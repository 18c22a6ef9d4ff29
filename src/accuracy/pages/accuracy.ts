import type { Proportion } from '../../domain/proportion.js';
import { paths } from '../../web/paths.js';
import { dayLabel, monthLabel } from '../../wording/dates.js';
import { counted, figure } from '../../wording/numbers.js';
import type { Accuracy } from '../figures.js';
import type { SampleFigures } from '../sample-figures.js';

const percent = (share: number) => `${Math.round(share * 100)}%`;
const shareShown = (label: string, { hits, of, share, low, high }: Proportion) => ({
  label,
  share: share === null ? '–' : percent(share),
  of: share === null ? 'nobody was asked' : `${figure(hits)} of ${figure(of)}`,
  interval: share === null ? '' : `${percent(low)} to ${percent(high)}`,
});

const sampleShown = (sample: SampleFigures) => ({
  month: monthLabel(sample.month),
  drawn: figure(sample.drawn),
  checked: figure(sample.checked),
  rows: [
    shareShown('Reached, and nothing on the listing was wrong', sample.right),
    shareShown('Reached at all', sample.reached),
    shareShown('“Accepting new patients” was right', sample.accepting),
    shareShown('Insurance was right', sample.insurance),
    shareShown('State was right', sample.state),
  ],
});

/** How true the directory is, for everybody to read. */
export function accuracyPage(accuracy: Accuracy) {
  const { listings, hidden, samples, shareWithin90, method } = accuracy;
  const [newest, ...older] = samples;
  return {
    on: dayLabel(accuracy.at),
    data: paths.accuracyData,
    sample: newest === undefined ? null : sampleShown(newest),
    older: older.map(sampleShown),
    listings: counted(listings, 'listing'),
    share: shareWithin90 === null ? '–' : percent(shareWithin90),
    ages: agesShown(accuracy),
    lapsed: figure(hidden.lapsed),
    suspended: figure(hidden.suspended),
    paused: figure(hidden.paused),
    reports: reportsShown(accuracy.reports),
    method,
  };
}

function agesShown({ listings, confirmed }: Accuracy) {
  const part = (count: number) => ({
    count: figure(count),
    share: listings === 0 ? '–' : percent(count / listings),
    width: listings === 0 ? 0 : Math.round((count / listings) * 100),
  });
  return [
    { label: 'up to 30 days ago', ...part(confirmed.within30) },
    { label: '31 to 60 days ago', ...part(confirmed.within60 - confirmed.within30) },
    { label: '61 to 90 days ago', ...part(confirmed.within90 - confirmed.within60) },
    { label: '91 to 119 days ago, flagged', ...part(confirmed.days90to119) },
  ];
}

function reportsShown({
  open,
  overdue,
  resolved,
  days,
  medianBusinessDays,
  withinDue,
  outcomes,
}: Accuracy['reports']) {
  return {
    open: figure(open),
    overdue: figure(overdue),
    resolved: figure(resolved),
    days,
    some: resolved > 0,
    median: medianBusinessDays === null ? '–' : counted(medianBusinessDays, 'business day'),
    inTime: shareShown('Resolved in time', withinDue),
    outcomes: [
      { label: 'The listing was wrong and is corrected', count: figure(outcomes.corrected) },
      { label: 'The listing was suspended', count: figure(outcomes.suspended) },
      { label: 'The listing was right', count: figure(outcomes.unfounded) },
      { label: 'The therapist had left meanwhile', count: figure(outcomes.gone) },
    ],
  };
}
