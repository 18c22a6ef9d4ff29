import { z } from 'zod';
import {
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
import { count } from './facts.js';

const steps = z.record(z.string().regex(/^\d+$/), count);

export const counts = component(
  'Counts',
  z
    .strictObject({
      state: z.record(stateCode, count),
      payer: z.record(payerId, count),
      line: z.record(lineId, count),
      scope: z.record(scope, count),
      presence: z.record(presence, count),
      place: z.record(dosePlace, count),
      program: z.record(programId, count),
      focus: z.record(focusId, count),
      mode: z.record(mode, count),
      language: z.record(languageId, count),
      accepting: count,
      own_therapist: count,
      integration72h: count,
      within: steps.describe('By miles; empty without near.'),
      max_fee: steps.describe('By dollars an hour.'),
      min_caseload: steps.describe('By patients.'),
      confirmed: steps.describe('By days.'),
    })
    .describe(
      'For each choice of each filter: how many would be found if this filter alone held this one choice.',
    ),
);
