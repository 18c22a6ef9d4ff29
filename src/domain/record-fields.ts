import { z } from 'zod';

/** What every record has that is not a therapist's. */
export const recordId = z.string().min(8).max(200);
/** Grows by one with every write. */
export const recordRevision = z.number().int().min(1);
