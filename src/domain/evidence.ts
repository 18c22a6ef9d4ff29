import { z } from 'zod';
import { stateSchema } from './authority.js';
import { line, paragraphs } from './text.js';

/** What a therapist offers as proof of one claim (a question, an authority, a matter of the person). Reviewers alone see it. */
export const evidenceSchema = z
  .strictObject({
    /** As a finding is filed: see `findings.ts`. */
    subject: line(120),
    link: z
      .url({ protocol: /^https?$/, error: 'Give the whole address, such as https://board.example/verify.' })
      .max(500)
      .nullable(),
    note: paragraphs(1000).nullable(),
  })
  .refine(({ link, note }) => link ?? note, { message: 'Give a link or a note.' });
export type Evidence = z.infer<typeof evidenceSchema>;

/** Who answers for the work of an associate. Reviewers alone see it. */
export const supervisorSchema = z.strictObject({
  name: line(80),
  state: stateSchema,
  license: line(60),
  contact: line(120),
});
export type Supervisor = z.infer<typeof supervisorSchema>;
