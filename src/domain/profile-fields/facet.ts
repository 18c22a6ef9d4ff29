/**
 * How a filter searches a fact. `name` is the filter's name in addresses, in the API and in both search engines. `of` returns what a
 * listing has, from the value of the fact and the whole profile.
 */
export type Facet = ListFacet | FlagFacet | NumberFacet;

/** Where words are looked for, in the order of their weight. */
export const textFields = ['name', 'practice', 'about'] as const;
export type TextField = (typeof textFields)[number];

/** How a fact is found by words: in which of the three texts, and as what. */
export interface TextSearch {
  readonly in: TextField;
  // biome-ignore lint/suspicious/noExplicitAny: each row knows the type of its own value
  readonly words: (value: any) => readonly string[];
}

/** A text that is found by its own words. */
export const ownWords = (place: TextField) =>
  ({ in: place, words: (value: string) => [value] }) as const satisfies TextSearch;

// The whole profile is not known yet where its rows are written, so each rule names the parts that it reads.
// biome-ignore lint/suspicious/noExplicitAny: each row knows the type of its own value
type Of<T> = (value: any, profile: any) => T;

/** Any of several choices. */
export interface ListFacet {
  readonly kind: 'list';
  readonly name: string;
  readonly ids: readonly string[];
  readonly of: Of<readonly string[]>;
}

/** Chosen or not. */
export interface FlagFacet {
  readonly kind: 'flag';
  readonly name: string;
  readonly of: Of<boolean>;
}

/** At most, or at least, a number. A listing that gives none does not match. */
export interface NumberFacet {
  readonly kind: 'at most' | 'at least';
  readonly name: string;
  /** The steps that are offered and counted. */
  readonly steps: readonly number[];
  /** The lowest and highest number that may be asked for. */
  readonly range: readonly [number, number];
  readonly of: Of<number | null>;
}

/** A filter with choices. */
export const listFacet = <const N extends string, const T extends readonly string[]>(
  name: N,
  ids: T,
  of: Of<readonly T[number][]>,
) => ({ kind: 'list', name, ids, of }) as const;

/** A filter with one checkbox: what is true of the therapist. */
export const flagFacet = <const N extends string>(name: N) =>
  ({ kind: 'flag', name, of: (value: boolean) => value }) as const;

/** A filter by the highest number. */
export const atMostFacet = <const N extends string>(
  name: N,
  steps: readonly number[],
  range: readonly [number, number],
) => ({ kind: 'at most', name, steps, range, of: (value: number | null) => value }) as const;

/** A filter by the lowest number. */
export const atLeastFacet = <const N extends string>(
  name: N,
  steps: readonly number[],
  range: readonly [number, number],
) => ({ kind: 'at least', name, steps, range, of: (value: number | null) => value }) as const;
