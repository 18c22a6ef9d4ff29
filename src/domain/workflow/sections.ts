import type { Draft } from '../draft.js';
import { type Profile, profileSchema, type Section } from '../profile.js';
import type { Therapist } from '../therapist.js';
import { same } from './same.js';

export type Field = keyof Profile;
/** Every field of a profile, in the order in which it is read. */
export const profileFields = Object.keys(profileSchema.shape) as Field[];

const fieldsOf: Record<Section, readonly Field[]> = {
  who: ['name', 'credentials', 'discipline', 'npi', 'pronouns', 'languages', 'about', 'contact'],
  where: ['authority', 'psypact', 'offices', 'telehealth'],
  insurance: ['coverage'],
  fees: ['fees'],
  answers: [
    'training',
    'caseload',
    'scope',
    'presence',
    'dosePlaces',
    'role',
    'integrationWithin72h',
    'difficultMaterial',
    'coordination',
  ],
  whom: ['focus', 'ages', 'alongsideOwnTherapist', 'accepting', 'waitWeeks'],
};

const sectionByField = new Map(
  Object.entries(fieldsOf).flatMap(([section, fields]) =>
    fields.map((field): [string, Section] => [field, section as Section]),
  ),
);

/** The section that a field belongs to, by its name or a path into it (`fees.hourly`). @throws when there is no such field */
export function sectionOf(field: string): Section {
  const section = sectionByField.get(field.split('.')[0]!);
  if (section === undefined) throw new Error(`No profile has the field ${field}.`);
  return section;
}

/** The fields in which two drafts differ. */
export function changedFields(before: Draft, after: Draft): Field[] {
  return profileFields.filter((field) => !same(before[field], after[field]));
}

/** `changedAt` when these fields changed at `at`. */
export function changedAtWith(
  changedAt: Therapist['changedAt'],
  fields: readonly string[],
  at: string,
): Therapist['changedAt'] {
  return { ...changedAt, ...Object.fromEntries(fields.map((field) => [sectionOf(field), at])) };
}
