import { z } from 'zod';
import { feesSchema } from './fees.js';
import { caseloadSchema, coordinationSchema, difficultMaterialSchema } from './five-questions.js';
import { contactSchema, type Profile, profileSchema } from './profile.js';

/**
 * A profile being written. Any part may be missing yet, so that it can be put aside at any point; whatever is there is as valid as in a
 * profile. A profile is a draft with nothing missing.
 */
export const draftSchema = z
  .strictObject(profileSchema.shape)
  .partial()
  .extend({
    contact: z.strictObject(contactSchema.shape).partial().optional(),
    fees: feesSchema.partial().optional(),
    caseload: caseloadSchema.partial().optional(),
    difficultMaterial: difficultMaterialSchema.partial().optional(),
    coordination: coordinationSchema.partial().optional(),
  });
export type Draft = z.infer<typeof draftSchema>;

/** The profile that the draft makes, or what is missing and wrong in it, by path. */
export function profileOf(draft: Draft): { profile: Profile } | { issues: z.core.$ZodIssue[] } {
  const parsed = profileSchema.safeParse(draft);
  return parsed.success ? { profile: parsed.data } : { issues: parsed.error.issues };
}
