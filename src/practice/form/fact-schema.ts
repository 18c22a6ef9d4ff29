import { z } from 'zod';
import { psypactSchema } from '../../domain/authority.js';
import { type Field, facts, pathsOf, rowOf } from '../../domain/profile-fields.js';
import { isListed, listOf } from '../lists/lists.js';
import { controlOf, type FieldPath } from './fact-control.js';
import { group, groupOrNone, leaf, oneOf, rows, several, ticked, yesOrNo } from './leaf.js';
import { DAY_WANTED } from './us-ways.js';

/** Own schemas of groups that are given as a whole or not at all. */
const wholes: Partial<Record<Field, z.ZodType>> = {
  // A typed day was read before, so this message can only mean that the day is missing.
  psypact: psypactSchema.extend({ expiresOn: z.string(DAY_WANTED) }),
};

/** The schema of a form with these fields. An empty field reads as `null` or `[]` where the profile allows that, else as `undefined`. */
export const fieldsSchema = (fields: readonly Field[]) =>
  group(Object.fromEntries(fields.map((field) => [field, fieldSchema(field)])));

function fieldSchema(field: Field): z.ZodType {
  const { schema, parts, whole } = rowOf(field);
  if (isListed(field)) return rows(listOf(field).row, schema, emptyOf(schema, []));
  if (parts === undefined) return factSchema(field as FieldPath);
  const shape = Object.fromEntries(
    (pathsOf(field) as FieldPath[]).map((path) => [path.slice(field.length + 1), factSchema(path)]),
  );
  return whole ? groupOrNone(shape, wholes[field] ?? schema) : group(shape);
}

function factSchema(path: FieldPath): z.ZodType {
  const { schema, kind } = facts.get(path)!;
  const { as, ...control } = controlOf(path);
  const blank = emptyOf(schema, null);
  if (as === 'tick') return ticked();
  if (as === 'ticks') return several(schema, emptyOf(schema, []));
  if (as === 'radios') return kind === 'yes-no' ? yesOrNo() : oneOf(schema, blank);
  return leaf(schema, { ...control, blank });
}

/** The empty value if the profile allows it; `undefined` if there is no answer yet. */
const emptyOf = <T>(schema: z.ZodType, empty: T): T | undefined =>
  schema.safeParse(empty).success ? empty : undefined;
