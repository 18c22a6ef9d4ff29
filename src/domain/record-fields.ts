import { z } from 'zod';

/** What every record besides the therapists' has. */
export const recordId = z.string().min(8).max(200);
/** Grows by one with every write. */
export const recordRevision = z.number().int().min(1);
