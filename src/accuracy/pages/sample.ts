import { lines } from '../../domain/reference/lines.js';
import { payers } from '../../domain/reference/payers.js';
import { type StateCode, states } from '../../domain/reference/states.js';
import type { Sample } from '../../domain/sample.js';
import { errorSummary, fieldMaker, type Messages, typedIn } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { monthLabel } from '../../wording/dates.js';
import { counted } from '../../wording/numbers.js';
import type { SampledListing } from '../sample-service.js';

/** This month's sample: which therapists to call, and about what. */
export function samplePage(month: string, sampled: readonly SampledListing[], done: boolean) {
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
export function sampledPage(
  one: SampledListing,
  form: URLSearchParams,
  messages: Messages,
  formToken: string,
) {
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
