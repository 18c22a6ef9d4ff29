import { z } from 'zod';
import { queryNames } from '../../search/query-fields.js';
import { sorts, textFields } from '../../search/search-index.js';
import {
  basis,
  dosePlace,
  focusId,
  languageId,
  lineId,
  mode,
  payerId,
  presence,
  programId,
  scope,
  stateCode,
} from './choices.js';
import { component } from './component.js';
import { counts } from './counts.js';
import { address, count, dollars, summaryShape } from './facts.js';

export const summary = component(
  'TherapistSummary',
  z
    .strictObject({
      ...summaryShape,
      fees: z.strictObject({
        hourly: dollars.nullable(),
        packagePerSession: dollars.nullable(),
        slidingScale: z.boolean(),
      }),
    })
    .describe('What a results page shows of a therapist.'),
);

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

const meant = component(
  'Query',
  z
    .strictObject({
      q: z.string(),
      state: stateCode,
      payer: z.array(payerId),
      line: z.array(lineId),
      scope: z.array(scope),
      presence: z.array(presence),
      place: z.array(dosePlace),
      program: z.array(programId),
      focus: z.array(focusId),
      mode: z.array(mode),
      near: z.string(),
      within: z.int(),
      accepting: z.literal(true),
      own_therapist: z.literal(true),
      integration72h: z.literal(true),
      max_fee: z.int(),
      language: z.array(languageId),
      min_caseload: z.int(),
      confirmed: z.int(),
      sort: z.enum(sorts),
      page: z.int(),
    } satisfies Record<(typeof queryNames)[number], z.ZodType>)
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
export type SummaryBody = z.infer<typeof summary>;
export type HitBody = z.infer<typeof hit>;
