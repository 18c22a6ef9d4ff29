import { z } from 'zod';
import { choice, choices, whole } from '../fields.js';
import { line, paragraphs } from '../text.js';
import type { Facet, TextSearch } from './facet.js';

/** The parts of a profile. Each is edited on one page and has one date of its last change. */
export const sections = ['who', 'where', 'insurance', 'fees', 'answers', 'whom'] as const;
export type Section = (typeof sections)[number];

/** What a narrowing rule knows besides the value before and after. */
export interface EditContext {
  /** The highest number of patients that needs no review. */
  mostPatients: number;
}

/** Returns the value that is public at once: without what `after` removes or narrows, and not yet with what it adds. */
// biome-ignore lint/suspicious/noExplicitAny: each row knows the type of its own value
export type Narrow = (before: any, after: any, context: EditContext) => unknown;

/** What a fact is made of. Forms, imports, reviewers' pages and the API know how to show and read each kind. */
export type FactKind =
  | 'line'
  | 'paragraphs'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'whole'
  | 'dollars'
  | 'day'
  | 'contact'
  | 'rows';

/** One fact: a whole field of a profile, or a part of one. */
export interface Fact {
  readonly kind: FactKind;
  readonly schema: z.ZodType;
  /** Of a choice, what may be chosen. */
  readonly ids?: readonly string[];
  /** How a filter searches it; no filter unless given. */
  readonly facet?: Facet;
  /** Of a text: the most characters. */
  readonly max?: number;
  /** How it is found by words; not at all unless given. */
  readonly text?: TextSearch;
  /** The record version that brought it, and what older profiles say (see `since.ts`). */
  readonly since?: Since;
}

/** `version` is the next after the latest one; the records of every older version get `value`. */
export interface Since {
  readonly version: number;
  readonly value: unknown;
}

/** Everything about a field of a profile, in one place. */
export interface FieldRow extends Omit<Fact, 'kind'> {
  readonly kind: FactKind | 'group';
  readonly section: Section;
  /** Whether it may be empty, so that no page asks to fill it in. */
  readonly mayBeEmpty?: true;
  /** What its therapist may change at once when it is public: everything, nothing before a review, or only what narrows it. */
  readonly edit: 'at once' | 'after review' | Narrow;
  /** The check that is about it (see `checks.ts`). */
  readonly check?: string;
  /** A change does not void the check: the value is only shown beside it. */
  readonly keepsCheck?: true;
  /** The narrowed value is not the claim that was checked, so narrowing voids the check. */
  readonly narrowedIsUnchecked?: true;
  /** A value that breaks no rule between fields. */
  readonly neutral: unknown;
  /** The parts of a group. A draft may have only some of them, unless the group is `whole`. */
  readonly parts?: Readonly<Record<string, Fact>>;
  readonly whole?: true;
}

type Common = Omit<FieldRow, 'kind' | 'schema' | 'parts'>;
type PartWish = Pick<Fact, 'facet' | 'max' | 'since' | 'text'>;

/** One line of text. */
export const text = <const R extends Common | PartWish>(max: number, row: R) =>
  ({ kind: 'line', schema: line(max), max, ...row }) as const;

/** Several lines of text. */
export const longText = <const R extends Common | PartWish>(max: number, row: R) =>
  ({ kind: 'paragraphs', schema: paragraphs(max), max, ...row }) as const;

/** Yes or no. */
export const yesNo = <const R extends Common | PartWish>(row: R) =>
  ({ kind: 'yes-no', schema: z.boolean('Choose yes or no.'), ...row }) as const;

/** One of a few. */
export const oneOf = <const T extends readonly string[], const R extends Common | PartWish>(ids: T, row: R) =>
  ({ kind: 'choice', schema: choice(ids), ids, ...row }) as const;

/** Some of a few; at least `min`. */
export const someOf = <const T extends readonly string[], const R extends Common | PartWish>(
  ids: T,
  min: 0 | 1,
  row: R,
  max: number = ids.length,
) => ({ kind: 'choices', schema: choices(ids, min, max), ids, ...row }) as const;

/** A whole number. */
export const count = <const R extends Common | PartWish>(min: number, max: number, row: R) =>
  ({ kind: 'whole', schema: whole(min, max), ...row }) as const;

/** The same fact where it may be `null`: not given. */
export const orNull = <const R extends { schema: z.ZodType }>(row: R) =>
  ({ ...row, schema: row.schema.nullable() }) as Omit<R, 'schema'> & { schema: z.ZodNullable<R['schema']> };

/** A fact whose schema is made elsewhere. */
export const fact = <const K extends FactKind, S extends z.ZodType, const R extends Common | PartWish>(
  kind: K,
  schema: S,
  row: R,
) => ({ kind, schema, ...row }) as const;

type ShapeOf<P extends Readonly<Record<string, Fact>>> = { -readonly [K in keyof P]: P[K]['schema'] };

/** Facts that are given together: the object of all its parts. */
export const group = <const P extends Readonly<Record<string, Fact>>, const R extends Common>(
  parts: P,
  row: R,
) => {
  const shape = Object.fromEntries(Object.entries(parts).map(([name, { schema }]) => [name, schema]));
  return { kind: 'group', schema: z.strictObject(shape as ShapeOf<P>), parts, ...row } as const;
};
