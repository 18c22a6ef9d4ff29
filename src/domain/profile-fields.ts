import type { z } from 'zod';
import { answers } from './profile-fields/answers.js';
import type { Facet } from './profile-fields/facet.js';
import { paid } from './profile-fields/paid.js';
import type { Fact, FactKind, FieldRow, Section } from './profile-fields/row.js';
import { where } from './profile-fields/where.js';
import { who } from './profile-fields/who.js';
import { whom } from './profile-fields/whom.js';

export { type Section, sections } from './profile-fields/row.js';

/**
 * The catalogue of what a listing says: one row for each field of a profile, in the order in which a profile is read. Schemas, sections,
 * edit rules, checks, filters of both search engines, the API's parameters and the columns of imports follow from it. A feature that
 * renders facts has its own `Record<Field, …>` or `Record<FactPath, …>`, so that the compiler names what is missing.
 */
export const profileFields = { ...who, ...where, ...paid, ...answers, ...whom } as const satisfies Record<
  string,
  FieldRow
>;

type Rows = typeof profileFields;
export type Field = keyof Rows;
/** Every field of a profile, in the order in which it is read. */
export const fieldNames = Object.keys(profileFields) as Field[];
/** The row of a field, with its optional properties. */
export const rowOf = (field: Field): FieldRow => profileFields[field];

/** The schema of each field. */
export const fieldSchemas = Object.fromEntries(
  fieldNames.map((field) => [field, profileFields[field].schema]),
) as unknown as { -readonly [F in Field]: Rows[F]['schema'] };

type PartsOf<F extends Field> = Rows[F] extends { parts: infer P } ? P : never;
type PathsOf<F extends Field> = [PartsOf<F>] extends [never] ? F : `${F}.${keyof PartsOf<F> & string}`;
/** The path of a fact: `scope`, `fees.hourly`. A group has no path of its own, only its parts have. */
export type FactPath = { [F in Field]: PathsOf<F> }[Field];

/** A fact, and the field that it belongs to. */
export type PlacedFact = Fact & { readonly field: Field };

function factsOf(field: Field): [string, PlacedFact][] {
  const row = rowOf(field);
  const { parts } = row;
  // A field without parts is a fact itself.
  if (parts === undefined) return [[field, { ...(row as Fact), field }]];
  return Object.entries(parts).map(([part, fact]) => [`${field}.${part}`, { ...fact, field }]);
}

/** Every fact by its path, in the order in which it is read. */
export const facts = new Map(fieldNames.flatMap(factsOf)) as ReadonlyMap<FactPath, PlacedFact>;
export const factPaths = [...facts.keys()];

type FactAt<P extends FactPath> = P extends `${infer F extends Field}.${infer Part}`
  ? PartsOf<F>[Part & keyof PartsOf<F>]
  : P extends Field
    ? Rows[P]
    : never;
/** The paths of all facts of one kind. */
export type PathOfKind<K extends FactKind> = {
  [P in FactPath]: FactAt<P> extends { kind: K } ? P : never;
}[FactPath];
/** The fields that are one fact of this kind. */
export type FieldOfKind<K extends FieldRow['kind']> = {
  [F in Field]: Rows[F] extends { kind: K } ? F : never;
}[Field];

type ElementOf<T> = T extends readonly (infer E)[] ? E : T;
/** The choices of a fact that is one of a few, or some of a few. */
export type ChoiceOf<P extends PathOfKind<'choice' | 'choices'>> = ElementOf<
  NonNullable<z.infer<FactAt<P>['schema']>>
> &
  string;

type FacetAt<P extends FactPath> = FactAt<P> extends { facet: infer X extends Facet } ? X : never;
type FacetOf<P extends FactPath> = { [Q in P]: FacetAt<Q> }[P];
type AnyFacet = FacetOf<FactPath>;
/** The names of filters, by kind. */
export type ListFacetName = Extract<AnyFacet, { kind: 'list' }>['name'];
export type FlagFacetName = Extract<AnyFacet, { kind: 'flag' }>['name'];
export type NumberFacetName = Extract<AnyFacet, { kind: 'at most' | 'at least' }>['name'];
export type FacetName = AnyFacet['name'];
/** The names of filters whose choices are those of the fact that they ask for. */
export type ChoiceFacetName = Extract<FacetOf<PathOfKind<'choice' | 'choices'>>, { kind: 'list' }>['name'];
/** The choices of a filter. */
export type FacetChoice<N extends ListFacetName> =
  Extract<AnyFacet, { name: N }> extends {
    ids: readonly (infer V extends string)[];
  }
    ? V
    : never;

/** The section that a field belongs to, by its name or a path into it (`fees.hourly`). @throws Error when there is no such field */
export function sectionOf(path: string): Section {
  const field = path.split('.')[0]!;
  if (!Object.hasOwn(profileFields, field)) throw new Error(`No profile has the field ${path}.`);
  return rowOf(field as Field).section;
}

/** The paths of the facts that make up a field. */
export const pathsOf = (field: Field): FactPath[] =>
  factPaths.filter((path) => facts.get(path)!.field === field);

/** The fields of a profile that one check is about. */
export const fieldsOfCheck = (check: string): Field[] =>
  fieldNames.filter((field) => rowOf(field).check === check);

/** The type of a field's value. */
export type ValueOf<F extends Field> = z.infer<Rows[F]['schema']>;
