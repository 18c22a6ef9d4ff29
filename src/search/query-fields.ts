import { z } from 'zod';
import { modes } from '../domain/authority.js';
import { dosePlaces, presences, scopes } from '../domain/questions.js';
import { focusIds } from '../domain/reference/focuses.js';
import { languageIds } from '../domain/reference/languages.js';
import { lineIds } from '../domain/reference/lines.js';
import { payerIds } from '../domain/reference/payers.js';
import { programIds } from '../domain/reference/programs.js';
import { stateCodes } from '../domain/reference/states.js';
import { zipPlace } from '../domain/reference/zip-codes.js';
import { type SearchQuery, sorts } from './search-index.js';

/** Miles around `near` when none are given. */
export const DEFAULT_WITHIN = 25;

/** The names of a search in its URL, in the order in which a URL made by us gives them. */
export const queryNames = [
  'q',
  'state',
  'payer',
  'line',
  'scope',
  'presence',
  'place',
  'program',
  'focus',
  'mode',
  'near',
  'within',
  'accepting',
  'own_therapist',
  'integration72h',
  'max_fee',
  'language',
  'min_caseload',
  'confirmed',
  'sort',
  'page',
] as const satisfies readonly (keyof SearchQuery)[];

/** A search that asks for nothing. */
export const emptyQuery: SearchQuery = {
  q: '',
  state: null,
  payer: [],
  line: [],
  scope: [],
  presence: [],
  place: [],
  program: [],
  focus: [],
  mode: [],
  near: null,
  within: DEFAULT_WITHIN,
  accepting: false,
  own_therapist: false,
  integration72h: false,
  max_fee: null,
  language: [],
  min_caseload: null,
  confirmed: null,
  sort: null,
  page: 1,
};

const lower = <T extends readonly [string, ...string[]]>(ids: readonly string[] & T) =>
  z.string().toLowerCase().pipe(z.enum(ids));
const anyOf = <T extends string>(ids: readonly T[]) => lower(ids as readonly [T, ...T[]]);
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

/** How one value of each parameter that repeats is read. */
export const listFields = {
  payer: anyOf(payerIds),
  line: anyOf(lineIds),
  scope: anyOf(scopes),
  presence: anyOf(presences),
  place: anyOf(dosePlaces),
  program: anyOf(programIds),
  focus: anyOf(focusIds),
  mode: anyOf(modes),
  language: anyOf(languageIds),
};

/** The choices of each list, in the order in which a URL made by us gives them. */
export const listChoices: Readonly<Record<keyof typeof listFields, readonly string[]>> = {
  payer: payerIds,
  line: lineIds,
  scope: scopes,
  presence: presences,
  place: dosePlaces,
  program: programIds,
  focus: focusIds,
  mode: modes,
  language: languageIds,
};

export const flagNames = ['accepting', 'own_therapist', 'integration72h'] as const;

/** How the value of each parameter that is given once is read. */
export const singleFields = {
  state: z.string().toUpperCase().pipe(z.enum(stateCodes)),
  near: z
    .string()
    .regex(/^\d{5}$/)
    .refine((zip) => zipPlace(zip) !== null),
  within: whole(1, 500),
  accepting: z.literal('1').transform(() => true),
  own_therapist: z.literal('1').transform(() => true),
  integration72h: z.literal('1').transform(() => true),
  max_fee: whole(0, 5000),
  min_caseload: whole(1, 2000),
  confirmed: whole(1, 365),
  sort: anyOf(sorts),
  page: whole(1, 999_999_999),
};
