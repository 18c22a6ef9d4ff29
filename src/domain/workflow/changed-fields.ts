import type { Draft } from '../draft.js';
import { type Field, fieldNames, sectionOf } from '../profile-fields.js';
import { same } from '../same.js';
import type { Therapist } from '../therapist.js';

/** The fields in which two drafts differ. */
export function changedFields(before: Draft, after: Draft): Field[] {
  return fieldNames.filter((field) => !same(before[field], after[field]));
}

/** `changedAt` when these fields changed at `at`. */
export function changedAtWith(
  changedAt: Therapist['changedAt'],
  fields: readonly string[],
  at: string,
): Therapist['changedAt'] {
  return { ...changedAt, ...Object.fromEntries(fields.map((field) => [sectionOf(field), at])) };
}
