import { z } from 'zod';
import { questionIds } from '../../domain/questions.js';
import { questionCount } from '../../wording/questions.js';
import { summaryFields } from '../fields.js';
import { labeled, programId } from './choices.js';
import { component } from './component.js';
import { describedFact } from './fact-schema.js';
import { address, type count, day, dollars, office } from './facts.js';
import { fieldShape } from './field-schema.js';

/** What a search hit and the whole therapist share. */
export const summaryShape = {
  slug: z.string().describe('The name in addresses; it stays.'),
  links: z.strictObject({
    self: address.describe('Everything about this therapist, here.'),
    page: address.describe('The page for patients.'),
  }),
  ...fieldShape(summaryFields),
  offices: z.array(office),
  programs: z.array(labeled(programId)),
  patients: describedFact('caseload.patients') as typeof count,
  evidence: z
    .int()
    .min(0)
    .max(questionIds.length)
    .describe(`How many of the ${questionCount} answers are verified.`),
  confirmedOn: day.describe('When the therapist last said that everything is still right.'),
  freshness: z
    .enum(['current', 'overdue'])
    .describe('overdue: not confirmed for 90 days; after 120 the listing is gone.'),
  demo: z.boolean().describe('Fictional: part of a demonstration. Nobody to call.'),
};

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
export type SummaryBody = z.infer<typeof summary>;
