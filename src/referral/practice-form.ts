import { z } from 'zod';
import { contactSchema, phoneSchema, practiceSchema, sheetDays } from '../domain/sheet.js';
import { line } from '../domain/text.js';
import { messagesOf, type Typed } from '../web/fields.js';
import { daysOf } from './wanted.js';

const NAME = 'Give the name of your practice.';
const PHONE = 'Give the phone number on which the therapist reaches you.';
const FAX = 'Give your fax number, or do not choose fax.';
const FAX_DIGITS = 'Give a fax number with its area code, such as 973-555-0143, or none.';
const DAYS = `Choose for how long: ${sheetDays.join(', ')} days.`;

const formSchema = z
  .strictObject({
    practice: line(120),
    clinician: practiceSchema.shape.clinician,
    phone: phoneSchema,
    fax: phoneSchema.nullable(),
    ways: contactSchema.shape.ways,
    moments: contactSchema.shape.moments,
    days: z.number().min(1, DAYS),
  })
  .superRefine(({ fax, ways }, context) => {
    if (ways.includes('fax') && fax === null)
      context.addIssue({ code: 'custom', path: ['fax'], message: FAX });
  });

/** What the maker says of their own practice, or what is to be mended, by field. */
export function readPractice(typed: Typed) {
  const text = (name: string) => (typed(name)[0] ?? '').trim() || null;
  const parsed = formSchema.safeParse({
    practice: text('practice'),
    clinician: text('clinician'),
    phone: text('phone'),
    fax: text('fax'),
    ways: typed('ways'),
    moments: typed('moments'),
    days: daysOf(typed('days')[0]),
  });
  if (!parsed.success) {
    const messages = messagesOf(parsed.error.issues.map(atItsField));
    if (text('practice') === null) messages.set('practice', NAME);
    if (text('phone') === null) messages.set('phone', PHONE);
    if (text('fax') !== null && messages.has('fax')) messages.set('fax', FAX_DIGITS);
    return { messages };
  }
  const { practice: name, clinician, phone, fax, ways, moments, days } = parsed.data;
  return { practice: { name, clinician, phone, fax }, contact: { ways, moments }, days };
}

/** What is wrong with one of several ticks is told at the ticks. */
const atItsField = ({ path, message }: z.core.$ZodIssue) => ({ path: path.slice(0, 1), message });
