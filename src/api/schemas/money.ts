import { z } from 'zod';
import { coveredParts } from '../../domain/coverage.js';
import { lineId, payerId, stateCode } from './choices.js';
import { component } from './component.js';
import { groupShape } from './fact-schema.js';
import { count, dollars } from './facts.js';

const range = component('Range', z.strictObject({ from: dollars, to: dollars }));
const bounds = z.strictObject({ from: count, to: count });

export const coverage = component(
  'Coverage',
  z.strictObject({
    state: stateCode,
    payer: payerId,
    payerName: z.string(),
    line: lineId,
    covers: z.enum(coveredParts).describe('Which part of the work the plan usually pays for.'),
    managedBy: z
      .string()
      .nullable()
      .describe('Who often manages behavioral health for this payer: a hint to ask.'),
  }),
);

export const fees = component(
  'Fees',
  z.strictObject({
    ...groupShape('fees'),
    course: z
      .strictObject({
        full: range
          .nullable()
          .describe('By the package; null without one, or when they are not there for the dose.'),
        hybrid: range
          .nullable()
          .describe('Preparation and integration by the hour; null without an hourly fee.'),
        assumes: z.strictObject({ sessions: bounds, preparations: bounds }),
      })
      .describe('The therapist’s part of a usual course, both ways. The medication is not in it.'),
  }),
);
