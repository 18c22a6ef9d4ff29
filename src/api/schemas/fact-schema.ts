import { z } from 'zod';
import {
  type FactPath,
  type Field,
  facts,
  pathsOf,
  rowOf,
  type ValueOf,
} from '../../domain/profile-fields.js';
import { factWords } from '../../wording/facts.js';
import { oneOfIds } from './choices.js';
import { count, day, dollars } from './facts.js';

/** The type of one fact in answers, without a description. @throws Error for rows, whose shape is their own */
export function factSchema(path: FactPath): z.ZodType {
  const { schema } = facts.get(path)!;
  const told = typeOf(path);
  return schema.safeParse(null).success ? told.nullable() : told;
}

function typeOf(path: FactPath): z.ZodType {
  const { kind, ids = [] } = facts.get(path)!;
  switch (kind) {
    case 'yes-no':
      return z.boolean();
    case 'choice':
      return oneOfIds(ids);
    case 'choices':
      return z.array(oneOfIds(ids));
    case 'whole':
      return count;
    case 'dollars':
      return dollars;
    case 'day':
      return day;
    case 'line':
    case 'paragraphs':
    case 'contact':
      return z.string();
    case 'rows':
      throw new Error(`${path} has a shape of its own.`);
  }
}

/** A schema of a fact, with what the wording says of the fact. */
export function describedFact(path: FactPath, schema: z.ZodType = factSchema(path)): z.ZodType {
  const { api } = factWords[path] as { api?: string };
  return api === undefined ? schema : schema.describe(api);
}

type GroupShape<F extends Field> = { [P in keyof ValueOf<F>]: z.ZodType<ValueOf<F>[P]> };

/** The paths of the parts of a group. */
export const partPaths = (field: Field): [part: string, path: FactPath][] =>
  rowOf(field).parts === undefined ? [] : pathsOf(field).map((path) => [path.slice(field.length + 1), path]);

/** Every part of a group. */
export const groupShape = <F extends Field>(field: F) =>
  Object.fromEntries(partPaths(field).map(([part, path]) => [part, describedFact(path)])) as GroupShape<F>;
