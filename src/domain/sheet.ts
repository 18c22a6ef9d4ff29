import { z } from 'zod';
import { stateSchema } from './authority.js';
import { instantSchema } from './calendar.js';
import { lineSchema, payerSchema } from './coverage.js';
import { choices } from './fields.js';
import { recordId, recordRevision } from './record-fields.js';
import { coordinationMomentIds, coordinationWayIds } from './reference/coordination.js';
import { line } from './text.js';

/** The most therapists on one sheet. */
export const MOST_ON_SHEET = 6;
/** For how many days a sheet can be read; the page offers these. */
export const sheetDays = [7, 30, 60, 90] as const;
export const SHEET_DAYS = 30;

const PHONE = 'Give a phone number with its area code, such as 973-555-0142.';
/** Digits, what separates them, and an extension; nothing else can be typed there. */
export const phoneSchema = line(40).pipe(
  z
    .string()
    .regex(/^\+?[\d ().-]*(?:(?:ext\.?|x) ?\d{1,6})?$/i, PHONE)
    .refine((text) => text.replace(/\D/g, '').length >= 10, PHONE),
);

/** The prescriber who refers. These are the only free texts of a sheet, and none is about a patient. */
export const practiceSchema = z.strictObject({
  name: line(120),
  clinician: line(120).nullable(),
  phone: phoneSchema,
  fax: phoneSchema.nullable(),
});
export type ReferringPractice = z.infer<typeof practiceSchema>;

/** How therapist and prescriber reach each other. */
export const contactSchema = z.strictObject({
  ways: choices(coordinationWayIds, 1),
  moments: choices(coordinationMomentIds, 0),
});
export type SheetContact = z.infer<typeof contactSchema>;

/**
 * A referral sheet. The id is the hash of its token. It says nothing about a patient, and has only the ids of therapists, so that a person
 * who has left leaves no name here.
 */
export const sheetSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  /** The hash of what the link to end the sheet holds. */
  revokeHash: z.string(),
  therapistIds: z.array(z.string()).min(1).max(MOST_ON_SHEET),
  state: stateSchema,
  payer: payerSchema.nullable(),
  line: lineSchema.nullable(),
  practice: practiceSchema,
  contact: contactSchema,
  createdAt: instantSchema,
  endsAt: instantSchema,
});
export type Sheet = z.infer<typeof sheetSchema>;
