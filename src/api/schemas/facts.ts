import { z } from 'zod';
import { basis, findingResult, mode, stateCode } from './choices.js';
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
