import type { Proportion } from '../domain/proportion.js';
import { lines } from '../domain/reference/lines.js';
import { payers } from '../domain/reference/payers.js';
import { type StateCode, states } from '../domain/reference/states.js';
import type { Sample } from '../domain/sample.js';
import type { Therapist } from '../domain/therapist.js';
import { errorSummary, fieldMaker, type Messages, typedIn } from '../web/fields.js';
import { counted, dayLabel, figure } from '../web/labels.js';
import { paths } from '../web/paths.js';
import type { Accuracy, SampleFigures } from './figures.js';
import type { StateGap } from './gaps.js';
import { tiles } from './tiles.js';

const percent = (share: number) => `${Math.round(share * 100)} %`;
const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
export const monthLabel = (month: string) => monthName.format(new Date(`${month}-01T00:00:00Z`));

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
  const { listings, confirmed, hidden, reports, samples, shareWithin90, method } = accuracy;
  const [newest, ...older] = samples;
  const part = (count: number) => ({
    count: figure(count),
    share: listings === 0 ? '–' : percent(count / listings),
    width: listings === 0 ? 0 : Math.round((count / listings) * 100),
  });
  return {
    on: dayLabel(accuracy.at),
    data: paths.accuracyData,
    sample: newest === undefined ? null : sampleShown(newest),
    older: older.map(sampleShown),
    listings: counted(listings, 'listing'),
    share: shareWithin90 === null ? '–' : percent(shareWithin90),
    ages: [
      { label: 'up to 30 days ago', ...part(confirmed.within30) },
      { label: '31 to 60 days ago', ...part(confirmed.within60 - confirmed.within30) },
      { label: '61 to 90 days ago', ...part(confirmed.within90 - confirmed.within60) },
      { label: '91 to 119 days ago, flagged', ...part(confirmed.days90to119) },
    ],
    lapsed: figure(hidden.lapsed),
    suspended: figure(hidden.suspended),
    paused: figure(hidden.paused),
    reports: {
      open: figure(reports.open),
      overdue: figure(reports.overdue),
      resolved: figure(reports.resolved),
      days: reports.days,
      median: reports.medianBusinessDays === null ? '–' : counted(reports.medianBusinessDays, 'business day'),
      inTime: shareShown('Resolved in time', reports.withinDue),
      outcomes: [
        { label: 'The listing was wrong and is corrected', count: figure(reports.outcomes.corrected) },
        { label: 'The listing was suspended', count: figure(reports.outcomes.suspended) },
        { label: 'The listing was right', count: figure(reports.outcomes.unfounded) },
        { label: 'The therapist had left meanwhile', count: figure(reports.outcomes.gone) },
      ],
    },
    method,
  };
}

export interface SampledOne {
  sample: Sample;
  therapist: Therapist | null;
}

/** This month's sample: whom to call, and about what. */
export function samplePage(month: string, sampled: readonly SampledOne[], done: boolean) {
  const rows = sampled.map(({ sample, therapist }) => ({
    href: paths.reviewSampled(sample.id),
    name: therapist?.published?.name ?? sample.slug,
    asked: askedWords(sample),
    result: resultWords(sample),
    waiting: sample.result === null,
  }));
  return {
    done,
    month: monthLabel(month),
    waiting: rows.filter(({ waiting }) => waiting),
    checked: rows.filter(({ waiting }) => !waiting),
    total: counted(rows.length, 'listing'),
  };
}

function askedWords({ state, payer, line }: Sample): string {
  if (state === null) return 'no state';
  const place = states[state as StateCode].name;
  if (payer === null) return `${place}, no insurance on the listing`;
  const plan = line === null ? '' : `, ${lines[line as keyof typeof lines].label}`;
  return `${place}, ${payers[payer as keyof typeof payers].name}${plan}`;
}

function resultWords({ result }: Sample): string {
  if (result === null) return '';
  if (!result.reached) return 'not reached';
  const words = [
    ['accepting', result.accepting],
    ['insurance', result.insurance],
    ['state', result.state],
  ] as const;
  return words
    .map(([label, right]) => `${label} ${right === null ? 'not asked' : right ? 'right' : 'wrong'}`)
    .join(', ');
}

const answers = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;
const heard = [
  ['yes', 'It is as the listing says'],
  ['no', 'It is not as the listing says'],
  ['not-asked', 'I could not find out'],
] as const;

/** One listing of the sample: what to ask on the phone, and what was heard. */
export function sampledPage(one: SampledOne, form: URLSearchParams, messages: Messages, formToken: string) {
  const { sample, therapist } = one;
  const fields = fieldMaker(typedIn(form), messages);
  const published = therapist?.published ?? null;
  const contact = published?.contact ?? { phone: null, email: null, web: null };
  return {
    name: published?.name ?? sample.slug,
    formToken,
    seen: String(sample.revision),
    action: paths.reviewSampled(sample.id),
    back: paths.reviewSample,
    listing: paths.therapist(sample.slug),
    record: paths.reviewOne(sample.therapistId),
    listed: therapist?.status === 'listed',
    contact: [contact.phone, contact.email, contact.web].filter((way) => way !== null),
    accepting: published?.accepting === true,
    asked: askedWords(sample),
    hasPayer: sample.payer !== null,
    result: resultWords(sample),
    errors: errorSummary(messages),
    reached: fields.radios('reached', 'Did you reach the therapist or their office?', answers, {
      hint: 'Up to three calls on two days, as a patient would: a machine that nobody answers for two business days counts as not reached.',
    }),
    acceptingField: fields.radios('accepting', 'New patients', heard),
    insurance: fields.radios('insurance', 'Insurance', heard),
    state: fields.radios('state', 'State', heard),
    note: fields.area('note', 'Note (optional)', { maxlength: 1000, rows: 2 }),
  };
}

/** Where nobody is listed, and which insurance nobody takes, for those who recruit. */
export function gapsPage(gaps: readonly StateGap[]) {
  const most = Math.max(1, ...gaps.map(({ listings }) => listings));
  const size = 56;
  return {
    viewBox: `0 0 ${11 * size} ${8 * size}`,
    tiles: gaps.map(({ state, listings }) => {
      const [column, row] = tiles[state];
      const [x, y] = [column * size + 2, row * size + 2];
      const shade = listings === 0 ? 0 : 1 + Math.min(3, Math.floor((listings / most) * 4));
      return {
        state,
        listings,
        x,
        y,
        side: size - 4,
        tx: x + size / 2 - 2,
        ty: y + 22,
        ny: y + 42,
        shade: `shade-${shade}`,
      };
    }),
    rows: gaps
      .toSorted((a, b) => a.listings - b.listings || a.state.localeCompare(b.state))
      .map(({ state, listings, inPerson, accepting, missing, payers: selling }) => ({
        state: states[state].name,
        search: `${paths.therapists}?state=${state}`,
        listings: figure(listings),
        inPerson: figure(inPerson),
        accepting: figure(accepting),
        taken: `${selling - missing.length} of ${selling}`,
        missing: missing.map((payer) => payers[payer].name),
      })),
  };
}
