import { z } from 'zod';
import { component } from './component.js';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);

const proportion = component(
  'Proportion',
  z.strictObject({
    hits: count,
    of: count,
    share: share.nullable().describe('null where nothing was counted.'),
    low: share.describe('Lower end of the 95 % interval after Wilson.'),
    high: share.describe('Upper end of it.'),
  }),
);

const sampleMonth = component(
  'SampleMonth',
  z.strictObject({
    month: z.string().describe('YYYY-MM.'),
    drawn: count.describe('Listings drawn at random.'),
    checked: count.describe('Of these, how many a reviewer has called so far.'),
    reached: proportion,
    accepting: proportion.describe('Of those reached and asked: “accepting new patients” was right.'),
    insurance: proportion,
    state: proportion,
    right: proportion.describe('Of those called: reached, and nothing on the listing was wrong.'),
  }),
);

/** How true the directory is: what `/accuracy` says. */
export const accuracyAnswer = component(
  'Accuracy',
  z.strictObject({
    at: z.iso.datetime().describe('When it was reckoned.'),
    listings: count,
    confirmed: z.strictObject({ within30: count, within60: count, within90: count, days90to119: count }),
    shareWithin90: share.nullable(),
    hidden: z.strictObject({ lapsed: count, suspended: count, paused: count }),
    reports: z.strictObject({
      days: count.describe('Reports resolved in so many days are counted.'),
      open: count,
      overdue: count,
      resolved: count,
      outcomes: z.strictObject({ corrected: count, unfounded: count, suspended: count, gone: count }),
      medianBusinessDays: z.number().min(0).nullable(),
      withinDue: proportion,
    }),
    samples: z.array(sampleMonth).describe('The newest month first; a month counts once somebody called.'),
    method: z.strictObject({
      flaggedAfterDays: count,
      hiddenAfterDays: count,
      reportsDueBusinessDays: count,
    }),
  }),
);
export type AccuracyBody = z.infer<typeof accuracyAnswer>;
