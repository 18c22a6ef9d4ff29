import { z } from 'zod';
import { instantSchema } from './calendar.js';
import { recordId, recordRevision } from './record-fields.js';

/** A referral sheet. The id is the hash of its token. Nothing about a patient. */
export const sheetSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  /** Hash of what the link that ends it holds. */
  revokeHash: z.string(),
  therapistIds: z.array(z.string()).min(1).max(6),
  /** Slug and name as they were, for those who have left since; a name is erased with its therapist. */
  slugs: z.array(z.string()).max(6),
  state: z.string(),
  payer: z.string().nullable(),
  line: z.string().nullable(),
  practice: z.strictObject({
    name: z.string().max(120),
    clinician: z.string().max(120).nullable(),
    phone: z.string().max(40).nullable(),
    fax: z.string().max(40).nullable(),
  }),
  /** How therapist and prescriber reach each other: fixed choices. */
  contact: z.array(z.string().max(60)).max(8),
  createdAt: instantSchema,
  endsAt: instantSchema,
});
export type Sheet = z.infer<typeof sheetSchema>;
