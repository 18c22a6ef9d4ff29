import { z } from 'zod';
import { rowOf } from '../../domain/profile-fields.js';
import { eachOf } from '../../search/flat-groups.js';
import { labelOf, type PlainField, type Told } from '../fields.js';
import { labeled, oneOfIds } from './choices.js';
import { describedFact } from './fact-schema.js';

type Shape<F extends PlainField> = { readonly [N in F]: z.ZodType<Told<N>> };

/** Plain fields under their own names. */
export const fieldShape = <F extends PlainField>(fields: readonly F[]) =>
  eachOf(fields, fieldSchema) as unknown as Shape<F>;

function fieldSchema(field: PlainField): z.ZodType {
  if (labelOf(field) === null) return describedFact(field);
  const { kind, ids = [] } = rowOf(field);
  const choice = labeled(oneOfIds(ids));
  return describedFact(field, kind === 'choices' ? z.array(choice) : choice);
}
