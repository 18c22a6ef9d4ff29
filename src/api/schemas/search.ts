import { z } from 'zod';
import {
  type FacetName,
  facetChoices,
  flagFacetNames,
  listFacetNames,
  numberFacetNames,
} from '../../domain/facets.js';
import { eachOf } from '../../search/flat-groups.js';
import { type QueryName, queryNames } from '../../search/query-fields.js';
import { type SearchQuery, sorts, textFields } from '../../search/search-index.js';
import { basis, lineId, mode, oneOfIds, payerId, stateCode } from './choices.js';
import { component } from './component.js';
import { counts } from './counts.js';
import { address, count } from './facts.js';
import { summary } from './summary.js';

const reason = component(
  'Reason',
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('authority'),
      state: stateCode,
      modes: z.array(mode),
      basis,
      type: z.string(),
    }),
    z.strictObject({
      kind: z.literal('coverage'),
      state: stateCode,
      payer: payerId,
      lines: z.array(lineId),
    }),
    z.strictObject({ kind: z.literal('office'), zip: z.string(), miles: z.number().min(0) }),
    z.strictObject({ kind: z.literal('text'), field: z.enum(textFields) }),
  ]),
);

const hit = component(
  'Hit',
  z.strictObject({
    therapist: summary,
    why: z.array(z.string()).describe('Why this one matches, in the words of the page.'),
    reasons: z.array(reason).describe('The same as facts; the words may fold several of them into one.'),
    miles: z.number().min(0).nullable().describe('To the closest office that counts; null without near.'),
  }),
);

type AskedFacets = { readonly [N in FacetName]: z.ZodType<NonNullable<SearchQuery[N]>> };

const askedFacets = {
  ...eachOf(listFacetNames, (name) => z.array(oneOfIds<string>(facetChoices(name)))),
  ...eachOf(flagFacetNames, () => z.literal(true)),
  ...eachOf(numberFacetNames, () => z.int()),
} as unknown as AskedFacets;

const meant = component(
  'Query',
  z
    .strictObject({
      q: z.string(),
      state: stateCode,
      payer: z.array(payerId),
      line: z.array(lineId),
      ...askedFacets,
      mode: z.array(mode),
      near: z.string(),
      within: z.int(),
      confirmed: z.int(),
      sort: z.enum(sorts),
      page: z.int(),
    } satisfies Record<QueryName, z.ZodType>)
    .partial()
    .describe(
      'The search as it was understood: what was asked for, and what words of q say as filters (“bcbs nj” is a payer and a state).',
    ),
);

export const searchAnswer = component(
  'SearchAnswer',
  z.strictObject({
    query: meant,
    total: count.describe('Exact.'),
    page: z.int().min(1),
    pages: z.int().min(1).describe('Number of the last page.'),
    pageSize: z.int().min(1),
    hits: z.array(hit).describe('In the order of the page. Empty on a page past the last.'),
    counts,
    alternatives: z
      .array(
        z.strictObject({
          without: z.enum(queryNames).nullable().describe('The filter left out; null when it is several.'),
          total: count,
          href: address,
        }),
      )
      .describe('When few or none are found: which filter costs what.'),
    links: z.strictObject({
      self: address,
      previous: address.nullable(),
      next: address.nullable(),
      page: address.describe('The same search as a page for people.'),
    }),
  }),
);
export type SearchBody = z.infer<typeof searchAnswer>;
export type HitBody = z.infer<typeof hit>;
