import { z } from 'zod';
import { type Profile, profileSchema } from './profile.js';
import { type Field, fieldNames, type profileFields, rowOf } from './profile-fields.js';

type Partly<F extends Field> = (typeof profileFields)[F] extends { parts: object; whole?: never }
  ? { [P in keyof Profile[F]]?: Profile[F][P] | undefined }
  : Profile[F];
export type Draft = { [F in Field]?: Partly<F> | undefined };

/**
 * A profile that is being written. Any field, and any part of a group, may still be missing, so that its therapist can stop at any point.
 * What is there is as valid as in a profile. A profile is a draft with nothing missing.
 */
export const draftSchema: z.ZodType<Draft> & { shape: { [F in Field]: z.ZodType } } = z.strictObject(
  Object.fromEntries(fieldNames.map((field) => [field, draftPart(field).optional()])),
) as never;

function draftPart(field: Field): z.ZodType {
  const { parts, whole, schema } = rowOf(field);
  if (parts === undefined || whole) return schema;
  return z.strictObject(
    Object.fromEntries(Object.entries(parts).map(([part, fact]) => [part, fact.schema.optional()])),
  );
}

/** The profile that the draft makes, or what is missing and wrong in it, by path. */
export function profileOf(draft: Draft): { profile: Profile } | { issues: z.core.$ZodIssue[] } {
  const parsed = profileSchema.safeParse(draft);
  return parsed.success ? { profile: parsed.data } : { issues: parsed.error.issues };
}
