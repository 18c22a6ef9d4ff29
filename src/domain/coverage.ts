import { z } from 'zod';
import { stateSchema } from './authority.js';
import { choice } from './fields.js';
import { lineIds } from './reference/lines.js';
import { payerIds } from './reference/payers.js';

/** What the plan usually pays for. Presence during an off-label dosing session is seldom part of it. */
export const coveredParts = ['preparation-and-integration', 'dosing-session-too', 'ask'] as const;
export type CoveredPart = (typeof coveredParts)[number];

export const payerSchema = z.enum(payerIds, 'Choose an insurance from the list.');
export const lineSchema = z.enum(lineIds, 'Choose a kind of plan from the list.');

/** One network the therapist is in. A logo is not a network: it takes the state, the payer and the line of business. */
export const coverageSchema = z.strictObject({
  state: stateSchema,
  payer: payerSchema,
  line: lineSchema,
  covers: choice(coveredParts),
});
export type Coverage = z.infer<typeof coverageSchema>;
