import { z } from 'zod';
import { modes } from '../domain/authority.js';
import {
  facets,
  flagFacetNames,
  type ListFacetName,
  listFacetNames,
  numberFacetNames,
} from '../domain/facets.js';
import { lineIds } from '../domain/reference/lines.js';
import { payerIds } from '../domain/reference/payers.js';
import { stateCodes } from '../domain/reference/states.js';
import { zipPlace } from '../domain/reference/zip-codes.js';
import { eachOf } from './flat-groups.js';
import { type SearchQuery, sorts } from './search-index.js';

/** Miles around `near` when none are given. */
export const DEFAULT_WITHIN = 25;

/** A search that asks for nothing. Its names are in the order in which a URL made by us gives them. */
export const emptyQuery: SearchQuery = {
  q: '',
  state: null,
  payer: [],
  line: [],
  ...(eachOf(listFacetNames, () => []) as { readonly [N in ListFacetName]: readonly [] }),
  mode: [],
  near: null,
  within: DEFAULT_WITHIN,
  ...eachOf(flagFacetNames, () => false),
  ...eachOf(numberFacetNames, () => null),
  confirmed: null,
  sort: null,
  page: 1,
};

export type QueryName = keyof SearchQuery;

/** The names of a search in its URL, in that order. */
export const queryNames = Object.keys(emptyQuery) as readonly QueryName[];

const lower = <T extends readonly [string, ...string[]]>(ids: readonly string[] & T) =>
  z.string().toLowerCase().pipe(z.enum(ids));
const anyOf = <T extends string>(ids: readonly T[]) => lower(ids as readonly [T, ...T[]]);
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

/** The names of the parameters that may be repeated. */
export type ListName = 'payer' | 'line' | 'mode' | ListFacetName;

/** The choices of each list, in the order in which a URL made by us gives them. */
export const listChoices: Readonly<Record<ListName, readonly string[]>> = {
  payer: payerIds,
  line: lineIds,
  ...eachOf(listFacetNames, (name) => facets[name].ids),
  mode: modes,
};

/** How one value of each parameter that repeats is read. */
export const listFields = eachOf(Object.keys(listChoices) as ListName[], (name) => anyOf(listChoices[name]));

/** The names of the parameters that are given once. */
export type SingleName = Exclude<QueryName, ListName | 'q'>;

/** How the value of each parameter that is given once is read. */
export const singleFields: Readonly<Record<SingleName, z.ZodType>> = {
  state: z.string().toUpperCase().pipe(z.enum(stateCodes)),
  near: z
    .string()
    .regex(/^\d{5}$/)
    .refine((zip) => zipPlace(zip) !== null),
  within: whole(1, 500),
  ...eachOf(flagFacetNames, () => z.literal('1').transform(() => true)),
  ...eachOf(numberFacetNames, (name) => whole(...facets[name].range)),
  confirmed: whole(1, 365),
  sort: anyOf(sorts),
  page: whole(1, 999_999_999),
};
