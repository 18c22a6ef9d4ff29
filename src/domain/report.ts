import { z } from 'zod';
import { daySchema, instantSchema } from './calendar.js';
import { recordId, recordRevision } from './record-fields.js';

/** What can be wrong with a listing. */
export const reportReasons = [
  'not-accepting',
  'insurance-wrong',
  'cannot-be-reached',
  'not-licensed-here',
  'other',
  // Not offered to visitors: the mail server refused the therapist's address for good.
  'address-refused',
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** A report that something is wrong with a listing. It has nothing about a patient or the visitor except a hash that lasts a day. */
export const reportSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  therapistId: z.string(),
  /** The slug at that time, so that the report can be read after the therapist has left. */
  slug: z.string(),
  reason: z.enum(reportReasons),
  words: z.string().max(1000).nullable(),
  /** How many visitors reported the same; each address counts at most once a day. */
  count: z.number().int().min(1),
  /** Hashes of the addresses that were counted on `saltDay`, with that day's salt; emptied the next day. */
  counted: z.array(z.string()).max(1000),
  saltDay: daySchema,
  at: instantSchema,
  /** Two business days later. */
  dueOn: daySchema,
  /** The therapist's answer. */
  answer: z.string().max(2000).nullable(),
  outcome: z.enum(['open', 'corrected', 'unfounded', 'suspended', 'gone']),
  resolvedAt: instantSchema.nullable(),
  resolvedBy: z.string().nullable(),
  note: z.string().max(2000).nullable(),
});
export type Report = z.infer<typeof reportSchema>;
