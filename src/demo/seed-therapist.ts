import { z } from 'zod';
import { authoritySchema, psypactSchema } from '../domain/authority.js';
import { findingSchema } from '../domain/findings.js';
import { caseloadSchema, profileSchema, sections } from '../domain/profile.js';
import { therapistSchema } from '../domain/therapist.js';

const days = z.number().int().min(0).max(5000);
/** Negative when it has already expired. */
const expiresInDays = z.number().int().min(-5000).max(5000);

/** A profile with dates as distances from today. */
export const seedProfileSchema = z.strictObject({
  ...profileSchema.shape,
  authority: z
    .array(authoritySchema.omit({ expiresOn: true }).extend({ expiresInDays }))
    .min(1)
    .max(60),
  psypact: psypactSchema.omit({ expiresOn: true }).extend({ expiresInDays }).nullable(),
  caseload: caseloadSchema.omit({ asOf: true }).extend({ asOfDaysAgo: days }),
});
export type SeedProfile = z.infer<typeof seedProfileSchema>;

/** A reviewer's finding, with its age in days. */
export const seedFindingSchema = findingSchema.omit({ on: true }).extend({ daysAgo: days });
export type SeedFinding = z.infer<typeof seedFindingSchema>;

/**
 * A fictional therapist as one line of `seed/therapists.jsonl`. It has ages instead of dates, so that the
 * demonstration stays fresh; `resolveSeed` makes the record.
 */
export const seedTherapistSchema = z.strictObject({
  id: therapistSchema.shape.id,
  slug: therapistSchema.shape.slug,
  email: therapistSchema.shape.email,
  createdDaysAgo: days,
  confirmedDaysAgo: days,
  changedDaysAgo: z.record(z.enum(sections), days),
  profile: seedProfileSchema,
  findings: z.array(seedFindingSchema).max(100),
});
export type SeedTherapist = z.infer<typeof seedTherapistSchema>;
