import { z } from 'zod';
import { psypactSchema } from '../../domain/authority.js';
import { type Field, facts, pathsOf, rowOf } from '../../domain/profile-fields.js';
import { isListed, listOf } from '../lists/lists.js';
import { controlOf, type FieldPath } from './fact-control.js';
import { group, groupOrNone, leaf, oneOf, rows, several, ticked, yesOrNo } from './leaf.js';
import { DAY_WANTED } from './us-ways.js';

/** Groups that are given whole or not at all, where the form has messages of its own for what is missing. */
const wholes: Partial<Record<Field, z.ZodType>> = {
  // Of the day only its absence is left to say: what was typed has been read.
  psypact: psypactSchema.extend({ expiresOn: z.string(DAY_WANTED) }),
};

/** What the form says of these fields of a profile. What was left empty is `undefined`, or nothing where nothing may be the answer. */
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

/** What nothing at all means: the empty value where the profile may have it, otherwise that there is no answer yet. */
const emptyOf = <T>(schema: z.ZodType, empty: T): T | undefined =>
  schema.safeParse(empty).success ? empty : undefined;
