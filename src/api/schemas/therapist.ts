import { z } from 'zod';
import { personChecks } from '../../domain/profile-fields/checks.js';
import { eachOf } from '../../search/flat-groups.js';
import { datedSections, type OwnField, therapistFields } from '../fields.js';
import { answers } from './answers.js';
import { basis, mode, stateCode } from './choices.js';
import { component } from './component.js';
import { groupShape } from './fact-schema.js';
import { address, day, finding, permission } from './facts.js';
import { fieldShape } from './field-schema.js';
import { coverage, fees } from './money.js';
import { summaryShape } from './summary.js';

const authority = component(
  'Authority',
  z.strictObject({
    state: stateCode,
    basis,
    type: z.string(),
    number: z.string(),
    expiresOn: day.describe('The last day on which it counts.'),
    modes: z.array(mode).describe('What it allows them there today.'),
    finding,
  }),
);

const psypact = component(
  'Psypact',
  z
    .strictObject({ homeState: stateCode, expiresOn: day, states: z.array(stateCode), finding })
    .describe('Telehealth across member states.'),
);

const person = Object.fromEntries(personChecks.map((check) => [check, finding])) as Record<
  (typeof personChecks)[number],
  typeof finding
>;

/** The fields with a shape of their own. */
const ownShape = {
  contact: z.strictObject(groupShape('contact')),
  authority: z.array(authority),
  psypact: psypact.nullable(),
  coverage: z.array(coverage).describe('Only of states in which they may treat.'),
  fees,
  offices: summaryShape.offices,
} satisfies Record<OwnField, z.ZodType>;

export const therapistAnswer = component(
  'Therapist',
  z
    .strictObject({
      ...summaryShape,
      links: z.strictObject({ self: address, page: address, checklist: address }),
      ...fieldShape(therapistFields),
      permissions: z.array(permission),
      ...ownShape,
      answers,
      person: z.strictObject(person).describe('What was checked of the person.'),
      hiddenFrom: day.describe('Unless confirmed before, the listing is gone from this day on.'),
      asOf: z
        .strictObject(eachOf(datedSections, () => day))
        .describe('When each part was last confirmed or changed.'),
    })
    .describe('Everything the page of a therapist shows, and nothing else.'),
);
export type TherapistBody = z.infer<typeof therapistAnswer>;
