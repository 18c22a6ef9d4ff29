import { authoritySubject } from '../domain/authority.js';
import type { Day } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import { lines } from '../domain/reference/lines.js';
import { payers } from '../domain/reference/payers.js';
import { states } from '../domain/reference/states.js';
import type { Report } from '../domain/report.js';
import type { Therapist } from '../domain/therapist.js';
import { type Choice, errorSummary, fieldMaker, type Messages, typedIn } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { dayLabel } from '../wording/dates.js';
import { basisLabels } from '../wording/labels.js';
import { counted } from '../wording/numbers.js';
import { reportReasonWords } from '../wording/report-reasons.js';
import { FIRST_FROM } from './report-service.js';
import { coverageKey, type Measure } from './resolve-form.js';

export const outcomeLabels: Record<Report['outcome'], string> = {
  open: 'Open',
  corrected: 'Corrected',
  unfounded: 'Unfounded',
  suspended: 'Listing suspended',
  gone: 'No longer listed',
};

const measureLabels: Record<Measure, string> = {
  'no-longer-accepting': 'It is right: mark the listing as not taking new patients',
  'remove-insurance': 'It is right: take insurance off the listing (choose below)',
  'remove-authority': 'It is right: take a license, registration or privilege off the listing (choose below)',
  'corrected-already': 'It was right, and the therapist has corrected it',
  suspend: 'It is right, and the listing cannot stand: suspend it',
  unfounded: 'I checked, and the listing is right',
};

const rowOf = (report: Report, today: Day, names: ReadonlyMap<string, string> = new Map()) => ({
  href: paths.reviewReport(report.id),
  name: names.get(report.therapistId) ?? report.slug,
  reason: reportReasonWords[report.reason].label,
  told: counted(report.count, 'time'),
  first: report.count >= FIRST_FROM,
  on: dayLabel(report.at),
  due: dayLabel(report.dueOn),
  late: report.outcome === 'open' && report.dueOn < today,
  answered: report.answer !== null,
  outcome: outcomeLabels[report.outcome],
  resolved: report.resolvedAt === null ? '' : dayLabel(report.resolvedAt),
});

interface ReportsShown {
  open: readonly Report[];
  resolved: readonly Report[];
  /** Names of the therapists, by id; an address in place of one who has left. */
  names: ReadonlyMap<string, string>;
  today: Day;
  done: boolean;
}

/** The open reports, and the last that were resolved. */
export function reportsPage({ open, resolved, names, today, done }: ReportsShown) {
  return {
    done,
    open: open.map((report) => rowOf(report, today, names)),
    resolved: resolved.map((report) => rowOf(report, today, names)),
    total: counted(open.length, 'open report'),
  };
}

interface Shown {
  report: Report;
  therapist: Therapist | null;
  listing: Listing | null;
  form: URLSearchParams;
  messages: Messages;
  formToken: string;
  today: Day;
}

/** One report, what the listing says now, and what may be done. */
export function reportPage({ report, therapist, listing, form, messages, formToken, today }: Shown) {
  const published = therapist?.published ?? null;
  const fields = fieldMaker(typedIn(form), messages);
  const contact = published?.contact ?? { phone: null, email: null, web: null };
  return {
    ...rowOf(report, today),
    formToken,
    action: paths.reviewReport(report.id),
    back: paths.reviewReports,
    open: report.outcome === 'open',
    seen: String(report.revision),
    name: published?.name ?? report.slug,
    listing: listing === null ? '' : paths.therapist(listing.slug),
    record: therapist === null ? '' : paths.reviewOne(therapist.id),
    shown: listing !== null,
    words: report.words ?? '',
    answer: report.answer ?? '',
    note: report.note ?? '',
    by: report.resolvedBy ?? '',
    contact: [contact.phone, contact.email, contact.web].filter((way) => way !== null),
    accepting: published?.accepting === true,
    errors: errorSummary(messages),
    measure: fields.radios(
      'measure',
      'What did you find?',
      measuresFor(published !== null, listing !== null),
    ),
    coverage: fields.ticks('coverage', 'Insurance that is wrong', coverageChoices(therapist)),
    authority: fields.ticks('authority', 'Authority that is wrong', authorityChoices(therapist)),
    noteField: fields.area('note', 'What did you check, how, and when?', {
      hint: 'It is kept with the report; where the listing changes, the therapist reads it.',
      maxlength: 1000,
    }),
  };
}

function measuresFor(published: boolean, listed: boolean): Choice[] {
  const all = Object.entries(measureLabels) as [Measure, string][];
  if (!published) return all.filter(([id]) => id === 'corrected-already' || id === 'unfounded');
  return all.filter(([id]) => listed || id !== 'suspend');
}

const coverageChoices = (therapist: Therapist | null): Choice[] =>
  (therapist?.published?.coverage ?? []).map((row) => [
    coverageKey(row),
    `${states[row.state].name}: ${payers[row.payer].name}, ${lines[row.line].label}`,
  ]);

const authorityChoices = (therapist: Therapist | null): Choice[] =>
  (therapist?.published?.authority ?? []).map((held) => [
    authoritySubject(held),
    `${states[held.state].name}: ${basisLabels[held.basis]}, ${held.type} ${held.number}`,
  ]);
