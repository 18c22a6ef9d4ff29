import { z } from 'zod';
import { instantSchema } from './calendar.js';
import { recordId, recordRevision } from './record-fields.js';

/** One listing of a month's random sample, which a reviewer calls and checks. The id is `YYYY-MM.therapistId`. */
export const sampleSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  therapistId: z.string(),
  slug: z.string(),
  at: instantSchema,
  /** The state and the insurance that the reviewer asks about; `null` when the listing has none. */
  state: z.string().nullable(),
  payer: z.string().nullable(),
  line: z.string().nullable(),
  /** `null` until a reviewer has called. An answer that they could not get is `null` too. */
  result: z
    .strictObject({
      reached: z.boolean(),
      accepting: z.boolean().nullable(),
      insurance: z.boolean().nullable(),
      state: z.boolean().nullable(),
      by: z.email(),
      at: instantSchema,
      note: z.string().max(1000).nullable(),
    })
    .nullable(),
});
export type Sample = z.infer<typeof sampleSchema>;
