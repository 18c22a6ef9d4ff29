import { z } from 'zod';
import { component } from './component.js';

export const problemAnswer = component(
  'Problem',
  z
    .strictObject({
      type: z.string().describe('Where this kind of problem is explained.').meta({ format: 'uri-reference' }),
      title: z.string(),
      status: z.int().min(400).max(599),
      detail: z.string(),
      errors: z
        .array(
          z.strictObject({
            parameter: z.string(),
            reason: z.enum(['unknown', 'bad-value', 'repeated', 'incomplete']),
            detail: z.string(),
          }),
        )
        .max(20)
        .optional()
        .describe('Every parameter that is wrong, the first twenty.'),
      requestId: z.string().optional().describe('The number under which our log knows it.'),
    })
    .describe('Problem details (RFC 9457), sent as application/problem+json.'),
);
