import { z } from 'zod';
import { daySchema } from './calendar.js';
import { reasonCodes } from './history.js';
import { recordId, recordRevision } from './record-fields.js';

/** That somebody left, or was declined, without who: hashes of NPI and licences, keyed by SECRET_KEY. */
export const erasureSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  /** Hashes of the e-mail address, the NPI and each licence. */
  hashes: z.array(z.string().regex(/^[a-f0-9]{64}$/)).max(200),
  action: z.string().max(40),
  reason: z.enum(reasonCodes).nullable(),
  on: daySchema,
});
export type Erasure = z.infer<typeof erasureSchema>;
