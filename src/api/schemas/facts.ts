import { z } from 'zod';
import { questionIds } from '../../domain/questions.js';
import { questionCount } from '../../wording/questions.js';
import {
  basis,
  disciplineId,
  findingResult,
  focusId,
  labeled,
  mode,
  presence,
  programId,
  scope,
  stateCode,
} from './choices.js';
import { component } from './component.js';

export const day = component('Day', z.iso.date().describe('A calendar day in UTC.'));
export const count = z.int().min(0);
export const dollars = z.int().min(0).describe('Whole US dollars.');
export const address = z.string().describe('An address at this site.').meta({ format: 'uri-reference' });

export const finding = component(
  'Finding',
  z.strictObject({
    result: findingResult,
    seen: z.string().nullable().describe('What was seen, such as a look-up at the state board.'),
    on: day
      .nullable()
      .describe(
        'The day it was looked at. Where nobody has looked: the day the therapist last said so, or null where nothing was said.',
      ),
  }),
);

export const office = component(
  'Office',
  z.strictObject({ city: z.string(), state: stateCode, zip: z.string().regex(/^\d{5}$/) }),
);

export const permission = component(
  'Permission',
  z
    .strictObject({
      state: stateCode.describe('Where the patient is.'),
      mode,
      basis,
      type: z.string().describe('As the state calls it, such as LPC.'),
    })
    .describe('One way in which the therapist may treat today, by verified authority alone.'),
);

/** What a search hit and the whole therapist share. */
export const summaryShape = {
  slug: z.string().describe('The name in addresses; it stays.'),
  links: z.strictObject({
    self: address.describe('Everything about this therapist, here.'),
    page: address.describe('The page for patients.'),
  }),
  name: z.string(),
  credentials: z.string(),
  discipline: labeled(disciplineId),
  accepting: z.boolean().describe('Has room for new patients.'),
  waitWeeks: count.nullable().describe('Usual wait in weeks; null without room, or when it was not given.'),
  offices: z.array(office),
  telehealth: z.boolean(),
  scope: scope.describe('With the patient during the dose, or for preparation and integration only.'),
  presence: z.array(presence).describe('How they are there during the dose; empty when they are not.'),
  programs: z.array(labeled(programId)),
  patients: count.describe('KAP patients in the last twelve months, as they say.'),
  focus: z.array(labeled(focusId)),
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
